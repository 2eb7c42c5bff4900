using ContainerSecurity.Formats.Dockerfiles.Parsing;

namespace Build.Tests.Formats.Dockerfiles;

public sealed class RefusedDockerfilesTests
{
    [Theory]
    [InlineData(1, "")]
    [InlineData(1, "\n")]
    [InlineData(2, "# only\n# comments\n")]
    [InlineData(1, "# escape=x\nFROM a\n")]
    [InlineData(2, "# escape=`\n# escape=`\nFROM a\n")]
    [InlineData(2, "# syntax=a\n# syntax=b\nFROM a\n")]
    [InlineData(2, "FROM a\nFOO b\n")]
    [InlineData(2, "FROM a\nRUNNER\n")]
    [InlineData(3, "FROM a\nRUN b\n  && c\n")]
    [InlineData(1, "FROM\n")]
    [InlineData(1, "FROM a b\n")]
    [InlineData(1, "FROM a AS\n")]
    [InlineData(1, "FROM a AZ b\n")]
    [InlineData(1, "FROM a AS 1b\n")]
    [InlineData(1, "FROM a AS b/c\n")]
    [InlineData(1, "FROM a AS b c\n")]
    [InlineData(1, "FROM --arch=x a\n")]
    [InlineData(1, "FROM --platform a\n")]
    [InlineData(2, "FROM a\nCOPY a\n")]
    [InlineData(2, "FROM a\nCOPY\n")]
    [InlineData(2, "FROM a\nCOPY [\"a\"]\n")]
    [InlineData(2, "FROM a\nCOPY --user=1 a b\n")]
    [InlineData(2, "FROM a\nCOPY --from=a --from=b c d\n")]
    [InlineData(2, "FROM a\nCOPY --link=maybe a b\n")]
    [InlineData(2, "FROM a\nCOPY --link= a b\n")]
    [InlineData(2, "FROM a\nCOPY --chown a b\n")]
    [InlineData(2, "FROM a\nCOPY a <<E\nb\nE\n")]
    [InlineData(2, "FROM a\nADD a\n")]
    [InlineData(2, "FROM a\nADD --from=b c d\n")]
    [InlineData(2, "FROM a\nRUN <<E\nb\n")]
    [InlineData(2, "FROM a\nRUN <<E\nb\n E\n")]
    [InlineData(2, "FROM a\nCOPY <<A <<B /c/\nx\nA\ny\n")]
    [InlineData(2, "FROM a\nRUN --privileged b\n")]
    [InlineData(2, "FROM a\nRUN --network=bridge b\n")]
    [InlineData(2, "FROM a\nRUN --security=none b\n")]
    [InlineData(2, "FROM a\nRUN --mount b\n")]
    [InlineData(2, "FROM a\nRUN --mount=from=$X,target=/y b\n")]
    [InlineData(2, "FROM a\nCMD --version\n")]
    [InlineData(2, "FROM a\nENTRYPOINT --debug x\n")]
    [InlineData(2, "FROM a\nENV\n")]
    [InlineData(2, "FROM a\nENV A\n")]
    [InlineData(2, "FROM a\nENV A=1 B\n")]
    [InlineData(2, "FROM a\nENV =1\n")]
    [InlineData(2, "FROM a\nENV --x A=1\n")]
    [InlineData(2, "FROM a\nLABEL\n")]
    [InlineData(2, "FROM a\nLABEL a\n")]
    [InlineData(2, "FROM a\nLABEL a=b c\n")]
    [InlineData(2, "FROM a\nARG\n")]
    [InlineData(2, "FROM a\nARG =1\n")]
    [InlineData(2, "FROM a\nEXPOSE\n")]
    [InlineData(2, "FROM a\nEXPOSE --x 80\n")]
    [InlineData(2, "FROM a\nVOLUME\n")]
    [InlineData(2, "FROM a\nVOLUME [\"\"]\n")]
    [InlineData(2, "FROM a\nUSER\n")]
    [InlineData(2, "FROM a\nUSER --x 1\n")]
    [InlineData(2, "FROM a\nWORKDIR\n")]
    [InlineData(2, "FROM a\nSTOPSIGNAL\n")]
    [InlineData(2, "FROM a\nMAINTAINER\n")]
    [InlineData(2, "FROM a\nSHELL\n")]
    [InlineData(2, "FROM a\nSHELL []\n")]
    [InlineData(2, "FROM a\nSHELL /bin/bash -c\n")]
    [InlineData(2, "FROM a\nONBUILD\n")]
    [InlineData(2, "FROM a\nONBUILD ENV A\n")]
    [InlineData(2, "FROM a\nHEALTHCHECK\n")]
    [InlineData(2, "FROM a\nHEALTHCHECK curl x\n")]
    [InlineData(2, "FROM a\nHEALTHCHECK CMD\n")]
    [InlineData(2, "FROM a\nHEALTHCHECK NONE x\n")]
    [InlineData(2, "FROM a\nHEALTHCHECK --interval=5 CMD x\n")]
    [InlineData(2, "FROM a\nHEALTHCHECK --timeout=10us CMD x\n")]
    [InlineData(2, "FROM a\nHEALTHCHECK --retries=-1 CMD x\n")]
    [InlineData(2, "FROM a\nHEALTHCHECK --retries=two CMD x\n")]
    [InlineData(2, "FROM a\nHEALTHCHECK --start=1s CMD x\n")]
    [InlineData(2, "FROM a\n\\\n")]
    public void Are_refused_with_their_line(int line, string text)
    {
        var parsed = DockerfileParser.Parse("Dockerfile", text);

        Assert.Null(parsed.Dockerfile);
        Assert.Equal(line, Assert.Single(parsed.Errors).Line);
    }

    [Fact]
    public void All_errors_of_a_file_are_told_at_once_in_order()
    {
        var errors = DockerfileParser.Parse("Dockerfile", "FROM a\nFOO\n  USER\nRUN <<E\n").Errors;

        Assert.Equal([(2, 1), (3, 3), (4, 1)], errors.Select(error => (error.Line, error.Column)));
    }

    [Fact]
    public void A_line_longer_than_a_builder_reads_is_refused()
    {
        Assert.Null(DockerfileParser.Parse("Dockerfile", $"FROM a\nRUN {new string('x', 65600)}\n").Dockerfile);
        Assert.NotNull(DockerfileParser.Parse("Dockerfile", $"FROM a\nRUN {new string('x', 65000)}\n").Dockerfile);
    }

    [Theory]
    [InlineData("RUN --mount=type=ssh a")]
    [InlineData("RUN --security=insecure a")]
    [InlineData("RUN --device=vendor/x a")]
    [InlineData("COPY --parents --exclude=*.md --exclude=x a b")]
    [InlineData("ADD --checksum=sha256:0 --unpack=false a b")]
    [InlineData("EXPOSE 80/sctp ${PORT:-80}")]
    [InlineData("RUN")]
    [InlineData("ONBUILD WHATEVER x")]
    [InlineData("HEALTHCHECK --interval=1m30s --start-period=0 --retries=3 CMD x")]
    [InlineData("ARG A B=1")]
    [InlineData("CMD")]
    public void What_BuildKit_accepts_is_accepted(string line) =>
        Assert.Empty(DockerfileParser.Parse("Dockerfile", $"FROM a\n{line}\n").Errors);
}
