namespace Build.Tests.Rules.Workflows;

public sealed class UnsoundChoiceTests
{
    [Theory]
    [InlineData(
        "7 low",
        "on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: echo ${{ github.ref == 'x' && '' || 'b' }}")]
    [InlineData(
        "7 low",
        "on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: echo ${{ (github.ref == 'x' && false) || 'b' }}")]
    public void An_empty_first_value_is_never_given(string found, string text) => Assert.Equal(found, Bench.Places("CS3023", text));

    [Theory]
    [InlineData("on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: echo ${{ github.ref == 'x' && 'a' || '' }}")]
    [InlineData("on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: echo ${{ github.ref == 'x' && 'a' || 'b' }}")]
    public void A_harmless_workflow_is_let_pass(string text) => Assert.Empty(Bench.Workflow("CS3023", text));
}
