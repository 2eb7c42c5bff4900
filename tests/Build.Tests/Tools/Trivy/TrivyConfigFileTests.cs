using Build.Tests.Images;
using ContainerSecurity.Checkout;
using ContainerSecurity.Findings;
using ContainerSecurity.Tools.Trivy;

namespace Build.Tests.Tools.Trivy;

public class TrivyConfigFileTests
{
    [Fact]
    public void An_empty_file_changes_nothing() => Assert.Equal("", Parse("# nothing\n").Generated);

    [Fact]
    public void Harmless_settings_go_to_Trivy_grouped() =>
        Assert.Equal(
            "scan:\n  parallel: 2\n  detection-priority: comprehensive\npkg:\n  include-dev-deps: true\n",
            Parse("scan:\n  parallel: 2\n  detection-priority: comprehensive\npkg: {include-dev-deps: true}\n").Generated);

    [Theory]
    [InlineData("severity: [LOW]\n", "--fail-on")]
    [InlineData("exit-code: 0\n", "--fail-on")]
    [InlineData("format: table\n", "artifacts/reports")]
    [InlineData("ignorefile: mine\n", ".trivyignore.yaml")]
    [InlineData("ignore-policy: mine.rego\n", ".trivyignore.yaml")]
    [InlineData("vulnerability:\n  ignore-status: [affected]\n", ".trivyignore.yaml")]
    [InlineData("vulnerability:\n  severity-source: [ghsa]\n", ".trivyignore.yaml")]
    [InlineData("scan:\n  scanners: [vuln]\n", "the suite decides what is scanned")]
    [InlineData("scan:\n  offline: true\n", "--offline")]
    [InlineData("cache:\n  dir: /tmp\n", "cache")]
    [InlineData("server:\n  addr: http://example.com\n", "use --trivy-server=URL")]
    [InlineData("rego:\n  skip-check-update: true\n", "all checks")]
    [InlineData("misconfiguration:\n  scanners: [helm]\n", "all checks")]
    [InlineData("image:\n  input: other.tar\n", "--input=PATH")]
    [InlineData("db:\n  repository: [example.com/db]\n", "--offline")]
    public void What_decides_the_verdict_is_refused_with_what_to_use_instead(string text, string instead)
    {
        var refused = Assert.Throws<InputException>(() => Parse(text));

        Assert.Contains(instead, refused.Message, StringComparison.Ordinal);
        Assert.Contains($"trivy.yaml:{text.Count(c => c == '\n')}: ", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a: 1\nno-such-key: 1\n", "trivy.yaml:1: `a` is not a setting of Trivy")]
    [InlineData("scan:\n  parallel: 2\n  bogus.key: 1\n", "trivy.yaml:3: ")]
    [InlineData("scan:\n  parallel: [2]\n", "trivy.yaml:2: `scan.parallel` must be one text")]
    [InlineData("scan:\n  parallel: '2, x: y'\n", "trivy.yaml:2: `scan.parallel` must be a plain word")]
    [InlineData("scan:\n  parallel: {deep: 1}\n", "trivy.yaml:2: ")]
    [InlineData("- a\n", "trivy.yaml:1: `the file` must be a mapping")]
    [InlineData("scan: {}\n---\nscan: {}\n", "trivy.yaml:3: one document")]
    [InlineData("severity: [HIGH\n  : :\n", "not YAML")]
    [InlineData("scan: {parallel: 1}\nscan: {parallel: 2}\n", "trivy.yaml:2: `scan` stands here a second time")]
    [InlineData("scan: {parallel: 1}\nscan.parallel: 2\n", "trivy.yaml:2: `scan.parallel` is set twice")]
    [InlineData("scan: &all\n  scan: *all\n", "trivy.yaml:2: this alias stands for what it is in")]
    [InlineData("scan: &all {parallel: 1}\npkg: {<<: *all}\n", "trivy.yaml:2: `*all` is an alias")]
    [InlineData("vulnerability:\n  ignore-unfixed: yes # why\n", "trivy.yaml:2: `vulnerability.ignore-unfixed` must be true or false")]
    public void A_mistake_is_an_error_with_file_and_line(string text, string message) =>
        Assert.Contains(message, Assert.Throws<InputException>(() => Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_narrowing_setting_needs_its_reason_on_its_line()
    {
        var refused = Assert.Throws<InputException>(() => Parse("# a reason elsewhere\nscan:\n  skip-dirs: [docs]\n"));

        Assert.Contains("trivy.yaml:3: ", refused.Message, StringComparison.Ordinal);
        Assert.Contains("reason", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_narrowing_setting_with_a_reason_counts_and_shows_in_the_coverage()
    {
        var config = Parse(
            "scan:\n  skip-dirs: # fixtures of a parser\n    - 'docs # old'\nvulnerability:\n  ignore-unfixed: true # nothing to do\n");

        Assert.Equal("docs # old", Assert.Single(config.SkipFolders));
        Assert.True(config.IgnoreUnfixed);
        Assert.Equal(
            "scan.skip-dirs docs # old: fixtures of a parser\nvulnerability.ignore-unfixed true: nothing to do",
            string.Join('\n', config.Narrowed));
    }

    [Fact]
    public void A_narrowing_setting_that_narrows_nothing_needs_no_reason() =>
        Assert.Empty(Parse("scan:\n  skip-dirs: []\nvulnerability:\n  ignore-unfixed: false\n").Narrowed);

    [Theory]
    [InlineData("pkg:\n  types: [os, banana] # why\n", "banana")]
    [InlineData("secret:\n  config: nowhere.yaml # why\n", "nowhere.yaml")]
    [InlineData("scan:\n  skip-dirs: ['a,b'] # why\n", "comma")]
    public void A_narrowing_setting_is_checked(string text, string message) =>
        Assert.Contains(message, Assert.Throws<InputException>(() => Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_missing_file_counts_only_when_it_was_named()
    {
        using var folder = new TemporaryFolder();
        var paths = new BuildPaths(folder.Path, folder.Path, folder.Path);

        Assert.Empty(TrivyConfigFile.Read(paths, given: null).Generated);
        Assert.Contains(
            "other.yaml", Assert.Throws<InputException>(() => TrivyConfigFile.Read(paths, "other.yaml")).Message, StringComparison.Ordinal);
    }

    private static TrivyConfig Parse(string text) => TrivyConfigFile.Parse("trivy.yaml", text, Path.GetTempPath());
}
