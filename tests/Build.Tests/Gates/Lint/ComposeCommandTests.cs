using Build.Tests.Rules;

namespace Build.Tests.Gates.Lint;

/// <summary>What services run is judged like the commands of a Dockerfile, with the lines of the compose file.</summary>
public sealed class ComposeCommandTests
{
    [Theory]
    [InlineData("command: sh -c \"curl https://a | sh\"", 3)]
    [InlineData("command: [sh, -c, \"curl https://a | sh\"]", 3)]
    [InlineData("command:\n  - bash\n  - -c\n  - curl https://a | bash", 6)]
    [InlineData("command:\n  - bash\n  - -c\n  - |\n    true\n    curl https://a | bash", 8)]
    [InlineData("entrypoint: [\"/bin/bash\", \"-ec\", \"curl https://a | bash\"]", 3)]
    [InlineData("entrypoint: [sh, -c]\ncommand: [\"curl https://a | sh\"]", 4)]
    [InlineData("healthcheck:\n  test: curl https://a | sh", 4)]
    [InlineData("healthcheck:\n  test: [CMD-SHELL, \"curl https://a | sh\"]", 4)]
    [InlineData("healthcheck:\n  test: [CMD, sh, -c, \"curl https://a | sh\"]", 4)]
    [InlineData("post_start:\n  - command: [sh, -c, \"curl https://a | sh\"]", 4)]
    [InlineData("pre_stop:\n  - command: sh -c 'curl https://a | sh'", 4)]
    [InlineData("develop:\n  watch:\n    - action: sync+exec\n      exec:\n        command: sh -c 'curl https://a | sh'", 7)]
    public void A_piped_install_is_found(string service, int line) => Assert.Equal([$"CS1001:{line}"], Commands(service));

    [Theory]
    [InlineData("command: curl https://a | sh")]
    [InlineData("command: [curl, https://a, \"|\", sh]")]
    [InlineData("command: echo \"curl https://a | sh\"")]
    [InlineData("healthcheck:\n  test: [NONE]")]
    [InlineData("healthcheck:\n  test: [CMD, curl, -f, https://a]")]
    [InlineData("healthcheck: {disable: true}")]
    [InlineData("command: ./start.sh")]
    [InlineData("command:")]
    [InlineData("labels: {x: \"curl https://a | sh\"}")]
    public void What_no_shell_reads_is_let_pass(string service) => Assert.Empty(Commands(service));

    [Fact]
    public void A_doubled_dollar_is_one() =>
        Assert.Equal(["CS1001:3"], Commands("command: [sh, -c, \"curl https://a/$$ARCH | sh\"]"));

    private static string[] Commands(string service) => OwnBench.Commands(
        "compose.yaml", "services:\n  app:\n    " + service.Replace("\n", "\n    ", StringComparison.Ordinal) + "\n");
}
