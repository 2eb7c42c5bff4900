namespace Build.Tests.Rules.Workflows;

public sealed class WidePermissionsTests
{
    [Theory]
    [InlineData(
        "3 medium",
        "on: push\npermissions:\n  contents: write\njobs: {a: {}, b: {}}")]
    [InlineData(
        "3 low",
        "on: push\npermissions:\n  contents: write\njobs: {a: {}}")]
    [InlineData(
        "2 low",
        "on: push\npermissions: read-all\njobs: {a: {}}")]
    [InlineData(
        "5 low",
        "on: push\npermissions: {}\njobs:\n  a:\n    permissions: read-all")]
    public void What_one_job_needs_must_not_be_given_to_all(string found, string text) => Assert.Equal(found, Bench.Places("CS3017", text));

    [Theory]
    [InlineData("on: push\npermissions: {contents: read}\njobs: {a: {}, b: {}}")]
    [InlineData("on: push\npermissions: {contents: write}\njobs: {a: {permissions: {}}}")]
    [InlineData("on: push\njobs: {a: {permissions: {contents: write}}}")]
    public void A_harmless_workflow_is_let_pass(string text) => Assert.Empty(Bench.Workflow("CS3017", text));
}
