namespace Build.Tests.Rules.Workflows;

public sealed class UndeclaredPermissionsTests
{
    [Theory]
    [InlineData(3, "on: push\njobs:\n  a: {}")]
    [InlineData(5, "on: push\njobs:\n  a:\n    permissions: {}\n  b: {}")]
    [InlineData(4, "on: push\npermissions:\njobs:\n  a: {}")]
    public void It_is_caught_in_a_workflow_with_its_line(int line, string text) =>
        Assert.Equal([$".github/workflows/ci.yml:{line}"], Bench.Workflow("CS3004", text));

    [Theory]
    [InlineData("on: push\npermissions: {}\njobs:\n  a: {}")]
    [InlineData("on: push\njobs:\n  a:\n    permissions:\n      contents: read")]
    [InlineData("on: push\npermissions: read-all\njobs: {a: {}}")]
    public void A_harmless_setting_in_a_workflow_is_let_pass(string text) =>
        Assert.Empty(Bench.Workflow("CS3004", text));
}
