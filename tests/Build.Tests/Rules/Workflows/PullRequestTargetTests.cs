namespace Build.Tests.Rules.Workflows;

public sealed class PullRequestTargetTests
{
    [Theory]
    [InlineData(1, "on: pull_request_target\njobs: {a: {}}")]
    [InlineData(1, "on: [push, pull_request_target]\njobs: {a: {}}")]
    [InlineData(2, "\"on\":\n  pull_request_target:\n    types: [opened]\njobs: {a: {}}")]
    [InlineData(1, "on: {push: , Pull_Request_Target: }\njobs: {a: {}}")]
    public void It_is_caught_in_a_workflow_with_its_line(int line, string text) =>
        Assert.Equal([$".github/workflows/ci.yml:{line}"], Bench.Workflow("CS3002", text));

    [Theory]
    [InlineData("on: pull_request\njobs: {a: {}}")]
    [InlineData("on: [push]\njobs: {a: {}}")]
    [InlineData("on:\n  push:\njobs: {a: {}}")]
    public void A_harmless_setting_in_a_workflow_is_let_pass(string text) =>
        Assert.Empty(Bench.Workflow("CS3002", text));
}
