using System.Text;
using ContainerSecurity.Findings;

namespace Build.Tests.Gates.Lint.Runs;

/// <summary>Where Hadolint goes on without what it cannot read, the gate stops with one error that names file and line.</summary>
public sealed class BrokenConfigurationTests : IDisposable
{
    private readonly LintBench _bench = new();

    public void Dispose() => _bench.Dispose();

    public static TheoryData<string, int> Broken => new()
    {
        { "ignored: [DL3008\n  x: y", 2 },
        { "\nignores: [DL3008]\n", 2 },
        { "ignored: [DL3008]\nignored: [DL3009]\n", 2 },
        { "override:\n  error: [DL3008]\n  error: [DL3009]\n", 3 },
        { "label-schema:\n  a: text\n  a: url\n", 3 },
        { "failure-threshold: banana\n", 1 },
        { "failure-threshold:\n", 1 },
        { "failure-threshold: [error]\n", 1 },
        { "ignored: DL3008\n", 1 },
        { "ignored: [XX1]\n", 1 },
        { "ignored: [null]\n", 1 },
        { "override: [DL3008]\n", 1 },
        { "override:\n  fatal: [DL3008]\n", 2 },
        { "override:\n  error: DL3008\n", 2 },
        { "override:\n  error:\n  - DL3008\n  - X\n", 3 },
        { "label-schema: [a]\n", 1 },
        { "label-schema:\n  a: banana\n", 2 },
        { "strict-labels: 1\n", 1 },
        { "trustedRegistries: {a: b}\n", 1 },
        { "disable-ignore-pragma: maybe\n", 1 },
        { "no-fail: \"true\"\n", 1 },
        { "no-fail: yes\n", 1 },
        { "no-color: blue\n", 1 },
        { "verbose: loud\n", 1 },
        { "format: pdf\n", 1 },
        { "formats: [json, pdf]\n", 1 },
        { "- DL3008\n", 1 },
        { "just text\n", 1 },
        { "", 1 },
        { "# nothing\n", 1 },
        { "ignored:\n\t- DL3008\n", 2 },
        { "ignored: [DL3008]\n\0no-fail: true\n", 2 },
        { "\ufeffignores: [DL3008]\n", 1 },
        { "? [a]\n: b\n", 1 },
        { "ignored: []\n---\nignored: []\n", 3 },
        { "ignored: &a [*a]\n", 1 },
        { "ignored: &a [DL3008]\noverride: &b {error: *a}\nx: [*b, *b]\n", 3 },
        { new string('[', 1000), 1 },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task It_is_an_error_that_names_file_and_line(string text, int line)
    {
        _bench.Write("hadolint.yaml", text);

        await AssertRefusedAsync(line);
    }

    [Fact]
    public async Task Another_encoding_is_an_error_too()
    {
        _bench.Write("hadolint.yaml", Encoding.Latin1.GetBytes("ignored: []\n# é\n"));

        await AssertRefusedAsync(2);
    }

    /// <summary>Each name stands for the last list, so that a reader that copies them would need a terabyte.</summary>
    [Fact]
    public async Task Anchors_upon_anchors_cost_nothing()
    {
        var lists = Enumerable.Range(1, 12).Select(level => $"a{level}: &a{level} [{string.Join(',', Enumerable.Repeat($"*a{level - 1}", 10))}]\n");
        _bench.Write("hadolint.yaml", "a0: &a0 [DL3008]\n" + string.Concat(lists));

        await AssertRefusedAsync(6);
    }

    [Fact]
    public async Task Ten_megabytes_are_no_configuration()
    {
        _bench.Write("hadolint.yaml", string.Concat(Enumerable.Repeat("# a long comment\n", 600_000)));

        await AssertRefusedAsync(1);
    }

    [SkippableFact]
    public async Task A_link_that_leads_nowhere_is_an_error_not_a_reason_for_the_defaults()
    {
        Skip.If(OperatingSystem.IsWindows(), "links need a privilege");
        File.CreateSymbolicLink(Path.Combine(_bench.Root, "hadolint.yaml"), Path.Combine(_bench.Root, "nowhere"));

        Assert.Contains("hadolint.yaml cannot be read", await RefusalAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ignored: [DL3008\n  x: y", "hadolint.yaml:2: not YAML")]
    [InlineData("ignores: [DL3008]\n", "hadolint.yaml:1: `ignores`")]
    [InlineData("failure-threshold: banana\n", "hadolint.yaml:1: `failure-threshold`")]
    [InlineData("", "hadolint.yaml:1: says nothing")]
    public async Task The_program_shows_it_and_ends_with_2(string text, string error)
    {
        _bench.Write("Dockerfile", "FROM a:1\n");
        _bench.Write("hadolint.yaml", text);

        var (exit, said) = await SuiteProgram.LintAsync(
            _bench.Root,
            new Dictionary<string, string>(),
            $"--dockerfile={_bench.Root}/Dockerfile",
            $"--hadolint-config={_bench.Root}/hadolint.yaml");

        Assert.Equal(2, exit);
        Assert.Contains(error, said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
    }

    private async Task AssertRefusedAsync(int line) => Assert.StartsWith($"hadolint.yaml:{line}: ", await RefusalAsync());

    private async Task<string> RefusalAsync()
    {
        _bench.Write("Dockerfile", "FROM a:1\n");

        var result = await _bench.LintAsync();

        Assert.Equal(Verdict.Error, result.Verdict);
        return Assert.Single(result.Notes);
    }
}
