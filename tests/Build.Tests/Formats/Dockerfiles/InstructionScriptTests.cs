using Build.Tests.Formats.Dockerfiles.Parsing;
using ContainerSecurity.Formats.Dockerfiles;

namespace Build.Tests.Formats.Dockerfiles;

public sealed class InstructionScriptTests
{
    [Theory]
    [InlineData("RUN a && b", "a b")]
    [InlineData("RUN [\"sh\", \"-c\", \"a | b\"]", "sh b")]
    [InlineData("RUN <<E\na\nb\nE\n", "a b")]
    [InlineData("RUN <<-E\n\tif a; then\n\t\tb\n\tfi\n\tE\n", "a b")]
    [InlineData("RUN <<'E'\na | b\nE\n", "a b")]
    [InlineData("RUN cat <<E > /x && b\n$(c)\nE\n", "cat c b")]
    [InlineData("RUN a \\\n# comment\n && b", "a b")]
    [InlineData("RUN a # comment && b", "a")]
    [InlineData("HEALTHCHECK --interval=5s CMD a || b", "a b")]
    [InlineData("HEALTHCHECK CMD [\"a\", \"b\"]", "a")]
    [InlineData("HEALTHCHECK NONE", "")]
    [InlineData("CMD a; b", "a b")]
    [InlineData("SHELL [\"/bin/bash\", \"-o\", \"pipefail\", \"-c\"]", "/bin/bash")]
    public void Of_each_form_gives_what_runs(string line, string commands)
    {
        var script = InstructionScript.Read(DockerfileParserTests.Only($"FROM a\n{line}").Instructions[1]);

        Assert.Equal(commands, string.Join(' ', script.Commands.Select(command => command.Name)));
    }
}
