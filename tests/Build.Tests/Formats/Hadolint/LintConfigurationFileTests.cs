using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Hadolint;
using ContainerSecurity.Rules.Docker;

namespace Build.Tests.Formats.Hadolint;

public sealed class LintConfigurationFileTests
{
    [Fact]
    public void Every_key_is_read()
    {
        var configuration = Parse(
            """
            failure-threshold: warning
            format: json
            formats: [sarif, tty]
            ignored:
              - DL3008
              - SC2046
            override:
              error: [DL3059]
              style: [DL1001, DL3057]
            label-schema:
              maintainer: text
              version: semver
            strict-labels: true
            trustedRegistries:
              - mcr.microsoft.com
              - "*.example.com"
            no-color: true
            no-fail: true
            verbose: false
            disable-ignore-pragma: true
            """);

        Assert.Equal(Severity.Medium, configuration.FailureThreshold);
        Assert.Equal(["DL3008", "SC2046"], configuration.Ignored);
        Assert.Equal([("DL1001", Severity.Info), ("DL3057", Severity.Info), ("DL3059", Severity.High)],
            configuration.Overrides.Select(pair => (pair.Key, pair.Value)));
        Assert.Equal(
            [("maintainer", LabelType.Text), ("version", LabelType.SemVer)], configuration.LabelSchema.Select(pair => (pair.Key, pair.Value)));
        Assert.Equal(["mcr.microsoft.com", "*.example.com"], configuration.TrustedRegistries.ToArray());
        Assert.True(configuration is { StrictLabels: true, NoFail: true, DisableIgnorePragma: true });
    }

    [Theory]
    [InlineData("ignored:\n")]
    [InlineData("ignored: []\noverride:\n")]
    [InlineData("{}")]
    public void What_says_nothing_leaves_the_defaults_of_Hadolint(string text)
    {
        var configuration = Parse(text);

        Assert.Equal(Severity.Low, configuration.FailureThreshold);
        Assert.Empty(configuration.Ignored);
        Assert.False(configuration.NoFail);
    }

    [Theory]
    [InlineData("error", Severity.High)]
    [InlineData("style", Severity.Info)]
    [InlineData("ignore", Severity.Info)]
    [InlineData("none", Severity.Info)]
    public void The_threshold_has_the_names_of_Hadolint(string name, object level)
    {
        var configuration = Parse($"failure-threshold: {name}\n");

        Assert.Equal((level, name), (configuration.FailureThreshold, configuration.FailureThresholdName));
    }

    [Fact]
    public void A_rule_overridden_twice_gets_the_strictest_level() =>
        Assert.Equal(Severity.Medium, Parse("override:\n  style: [DL3008]\n  warning: [DL3008]\n  info: [DL3008]\n").Overrides["DL3008"]);

    [Fact]
    public void One_trusted_registry_may_stand_alone() =>
        Assert.Equal(["docker.io"], Parse("trustedRegistries: docker.io\n").TrustedRegistries.ToArray());

    [Fact]
    public void Ports_and_packages_that_are_meant_can_be_named()
    {
        var read = Parse("allowed-ports: [8082]\nallowed-packages: [curl, jq]\n");

        Assert.Equal([8082], read.AllowedPorts!);
        Assert.Equal(["curl", "jq"], read.AllowedPackages!);
        Assert.Null(Parse("no-fail: false\n").AllowedPorts);
    }

    [Theory]
    [InlineData("allowed-ports: [0]\n", "c.yaml:1: `allowed-ports`", "not a port")]
    [InlineData("\nallowed-ports: [http]\n", "c.yaml:2: `allowed-ports`", "not a port")]
    [InlineData("allowed-ports: 8082\n", "c.yaml:1: `allowed-ports`", "must be a list")]
    [InlineData("allowed-packages: {curl: 1}\n", "c.yaml:1: `allowed-packages`", "must be a list")]
    [InlineData("ignored: [DL3008\nx: y\n", "c.yaml:1:", "not YAML")]
    [InlineData("ignored: {DL3008\n", "c.yaml:", "not YAML")]
    [InlineData("ignored: \"DL3008\n", "c.yaml:", "not YAML")]
    [InlineData("a: *b\n", "c.yaml:", "not YAML")]
    [InlineData("ignored: [DL3008]\nignored: [DL3009]\n", "c.yaml:2:", "`ignored` stands here a second time")]
    [InlineData("\nignores: [DL3008]\n", "c.yaml:2: `ignores`", "not a key")]
    [InlineData("labelSchema:\n  a: text\n", "`labelSchema`", "not a key")]
    [InlineData("trusted-registries: [a]\n", "`trusted-registries`", "not a key")]
    [InlineData("ignored: 3\n", "c.yaml:1: `ignored`", "must be a list")]
    [InlineData("ignored: [XX1]\n", "`ignored`", "`XX1`")]
    [InlineData("ignored: [[DL3008]]\n", "`ignored`", "one text")]
    [InlineData("failure-threshold: banana\n", "`failure-threshold`", "`banana`")]
    [InlineData("failure-threshold: [error]\n", "`failure-threshold`", "one text")]
    [InlineData("override: [DL3008]\n", "`override`", "mapping")]
    [InlineData("override:\n  fatal: [DL3008]\n", "c.yaml:2: `fatal`", "not a level")]
    [InlineData("label-schema:\n  a: banana\n", "c.yaml:2: `a`", "`banana`")]
    [InlineData("no-fail: \"true\"\n", "`no-fail`", "true or false")]
    [InlineData("strict-labels: 1\n", "`strict-labels`", "true or false")]
    [InlineData("verbose: loud\n", "`verbose`", "true or false")]
    [InlineData("format: pdf\n", "`format`", "`pdf`")]
    [InlineData("- DL3008\n", "the file", "mapping")]
    [InlineData("just text\n", "the file", "mapping")]
    [InlineData("", "c.yaml:1:", "says nothing")]
    [InlineData("# only a comment\n", "c.yaml:1:", "says nothing")]
    [InlineData("null\n", "c.yaml:1:", "says nothing")]
    [InlineData("ignored:\n\t- DL3008\n", "c.yaml:2:", "indented by a tab")]
    [InlineData("trustedRegistries: [\"\"]\n", "c.yaml:1: `trustedRegistries`", "empty name")]
    [InlineData("ignored: []\n---\nignored: []\n", "c.yaml:3", "one document")]
    public void What_Hadolint_would_pass_over_is_an_error_that_names_file_line_and_key(string text, string where, string why)
    {
        var error = Assert.Throws<InputException>(() => Parse(text));

        Assert.Contains(where, error.Message, StringComparison.Ordinal);
        Assert.Contains(why, error.Message, StringComparison.Ordinal);
    }

    private static LintConfiguration Parse(string text) => LintConfigurationFile.Parse("c.yaml", text, DockerRules.Ids);
}
