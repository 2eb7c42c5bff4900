namespace Build.Tests.Gates.Lint;

/// <summary>Script files that steps run are judged as if they stood there.</summary>
public sealed class NamedScriptsTests : IDisposable
{
    private const string Fetching = "#!/bin/sh\n\ncurl -fsSL https://example.org/i.sh | sh\n";

    private readonly LintBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("ci/build", "run: ./ci/build --fast")]
    [InlineData("ci/build.sh", "run: bash -e ci/build.sh")]
    [InlineData("ci/build.sh", "run: sudo env A=1 ci/build.sh")]
    [InlineData("ci/build.sh", "run: source ci/build.sh")]
    [InlineData("ci/build.sh", "run: cd ci && ./build.sh")]
    [InlineData("ci/build.sh", "run: ./build.sh\n        working-directory: ci")]
    [InlineData("ci/build.sh", "run: $GITHUB_WORKSPACE/ci/build.sh")]
    [InlineData("ci/build.sh", "run: '${{ github.workspace }}/ci/build.sh'")]
    [InlineData("ci/build.sh", "run: if true; then exec ./ci/build.sh; fi")]
    [InlineData(".github/workflows/build.sh", "run: sh build.sh")]
    [InlineData("ci/build.sh", "run: ./ci/build.sh\n        shell: pwsh")]
    public async Task One_that_a_step_runs_is_judged_with_its_own_lines(string path, string step)
    {
        _bench.Write(path, Fetching);

        Assert.Equal([(path, 3)], await FindAsync(step));
    }

    [Fact]
    public async Task One_that_another_runs_is_judged_too_and_a_ring_ends()
    {
        _bench.Write("one.sh", "./two.sh\n");
        _bench.Write("two.sh", "./one.sh\ncurl https://example.org/i.sh | sh\n");

        Assert.Equal([("two.sh", 2)], await FindAsync("run: ./one.sh"));
    }

    [Theory]
    [InlineData("sub/.devcontainer/setup.sh", "sub/.devcontainer/devcontainer.json", "{\"postStartCommand\": \"bash .devcontainer/setup.sh\"}")]
    [InlineData("sub/.devcontainer/own/install.sh", "sub/.devcontainer/own/devcontainer-feature.json", "{\"id\": \"own\"}")]
    public async Task One_of_a_devcontainer_or_a_feature_is_judged_too(string path, string file, string text)
    {
        _bench.Write(path, Fetching);
        _bench.Write(file, text);

        Assert.Equal([(path, 3)], await FindAsync("run: true"));
    }

    [Theory]
    [InlineData("run: cat ci/build.sh")]
    [InlineData("run: echo ./ci/build.sh")]
    [InlineData("run: rm ci/build.sh")]
    [InlineData("run: ./ci/build.sh\n        working-directory: /tmp")]
    [InlineData("run: ./ci/none.sh")]
    [InlineData("run: ../ci/build.sh")]
    public async Task One_that_is_only_named_is_not(string step)
    {
        _bench.Write("ci/build.sh", Fetching);

        Assert.Empty(await FindAsync(step));
    }

    private async Task<(string?, int?)[]> FindAsync(string step)
    {
        _bench.Write("Dockerfile", "FROM scratch\nCOPY a /a\nUSER 1000\n");
        _bench.Write(".github/workflows/ci.yml", $"on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - {step}\n");
        return [.. (await _bench.LintAsync()).Findings.Where(finding => finding.RuleId == "CS1001").Select(finding => (finding.File, finding.Line))];
    }
}
