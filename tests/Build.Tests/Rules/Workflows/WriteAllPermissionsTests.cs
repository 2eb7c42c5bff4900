namespace Build.Tests.Rules.Workflows;

public sealed class WriteAllPermissionsTests
{
    [Theory]
    [InlineData(2, "on: push\npermissions: write-all\njobs: {a: {}}")]
    [InlineData(4, "on: push\njobs:\n  a:\n    permissions: write-all")]
    [InlineData(2, "on: push\npermissions: \"write-all\"\njobs: {a: {}}")]
    [InlineData(2, "on: push\npermissions: Write-All\njobs: {a: {}}")]
    public void It_is_caught_in_a_workflow_with_its_line(int line, string text) =>
        Assert.Equal([$".github/workflows/ci.yml:{line}"], Bench.Workflow("CS3005", text));

    [Theory]
    [InlineData("on: push\npermissions: read-all\njobs: {a: {}}")]
    [InlineData("on: push\npermissions: {contents: write}\njobs: {a: {}}")]
    [InlineData("on: push\njobs: {a: {}}")]
    public void A_harmless_setting_in_a_workflow_is_let_pass(string text) =>
        Assert.Empty(Bench.Workflow("CS3005", text));
}
