namespace Build.Tests.Rules.Workflows;

public sealed class UnpinnedActionTests
{
    [Theory]
    [InlineData(7, "on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: actions/checkout@v4")]
    [InlineData(
        7,
        "on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: actions/checkout@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData(7, "on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: actions/checkout")]
    [InlineData(7, "on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: docker://alpine:3")]
    [InlineData(5, "on: push\npermissions: {}\njobs:\n  a:\n    uses: o/r/.github/workflows/x.yml@main")]
    public void It_is_caught_in_a_workflow_with_its_line(int line, string text) =>
        Assert.Equal([$".github/workflows/ci.yml:{line}"], Bench.Workflow("CS3001", text));

    [Theory]
    [InlineData("on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: actions/checkout@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: ./.github/actions/x")]
    [InlineData("on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: docker://alpine@sha256:bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb")]
    public void A_harmless_setting_in_a_workflow_is_let_pass(string text) =>
        Assert.Empty(Bench.Workflow("CS3001", text));
}
