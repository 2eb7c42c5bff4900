using Build.Tests.Gates.Policy;

namespace Build.Tests.Rules.Dockerfiles;

public sealed class SecretInInstructionTests
{
    [Theory]
    [InlineData("ENV A=KEY")]
    [InlineData("ARG A=KEY")]
    [InlineData("LABEL a=\"KEY\"")]
    [InlineData("RUN A=KEY npm ci")]
    [InlineData("CMD [\"a\", \"--key=KEY\"]")]
    [InlineData("RUN <<EOF\necho KEY > /k\nEOF")]
    [InlineData("ONBUILD ENV A=KEY")]
    [InlineData("ENV DB=postgres://me:hunter2@db/x")]
    [InlineData("RUN git clone https://me:hunter2@a/b")]
    public void A_secret_is_caught_and_not_shown(string instruction)
    {
        var key = TestSecrets.GitHubToken();
        var found = OwnBench
            .Lint($"FROM scratch\n{instruction.Replace("KEY", key, StringComparison.Ordinal)}\n")
            .Where(finding => finding.RuleId == "CS1007");

        var finding = Assert.Single(found);
        Assert.Equal(2, finding.Line);
        Assert.DoesNotContain("hunter2", finding.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(key, finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ENV API_KEY_FILE=/run/secrets/key")]
    [InlineData("ARG API_KEY")]
    [InlineData("ENV DB=postgres://me:$PASSWORD@db/x")]
    [InlineData("ENV DB=postgres://me:<password>@db/x PROXY=http://a:8080/b@c")]
    [InlineData("RUN --mount=type=secret,id=key cat /run/secrets/key")]
    public void A_name_or_a_reference_is_let_pass(string instruction) => Assert.Empty(OwnBench.Lines("CS1007", $"FROM scratch\n{instruction}\n"));
}
