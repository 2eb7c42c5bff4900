namespace Build.Tests.Rules.Workflows;

/// <summary>What one step of a job fetches and another one runs.</summary>
public sealed class StepFlowTests
{
    [Theory]
    [InlineData("a: {runs-on: x, steps: [{run: 'curl -O https://a.b/t.sh'},\n      {run: bash t.sh}]}", "CS1002:4")]
    [InlineData("a: {runs-on: windows-2025, steps: [{run: 'iwr https://a.b/t.exe -OutFile t.exe'},\n      {run: .\\t.exe}]}", "CS1002:4")]
    public void Is_caught_where_it_is_run(string jobs, string found) =>
        Assert.Contains(found, OwnBench.Commands(".github/workflows/a.yml", $"on: push\njobs:\n  {jobs}\n"));

    [Theory]
    [InlineData("a: {runs-on: x, steps: [{run: 'curl -O https://a.b/t'}, {run: 'echo 00  t | sha256sum -c'}, {run: sh t}]}")]
    [InlineData("a: {runs-on: x, steps: [{run: 'curl -O https://a.b/t.sh'}]}\n  b: {runs-on: x, steps: [{run: bash t.sh}]}")]
    public void What_is_compared_or_on_another_machine_is_let_pass(string jobs) =>
        Assert.DoesNotContain(
            OwnBench.Commands(".github/workflows/a.yml", $"on: push\njobs:\n  {jobs}\n"),
            found => found.StartsWith("CS1002", StringComparison.Ordinal));
}
