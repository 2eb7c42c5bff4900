namespace Build.Tests.Rules.Workflows;

public sealed class UnsoundConditionTests
{
    [Theory]
    [InlineData(
        "7 high",
        "on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    if: |\n      ${{ false }}\n    steps: []")]
    [InlineData(
        "6 high",
        "on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    if: \"${{ github.actor }} == 'x'\"\n    steps: []")]
    [InlineData(
        "6 high",
        "on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    if: ${{ a }} && ${{ b }}\n    steps: []")]
    [InlineData(
        "6 high",
        "on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    if: \"!${{ a }}\"\n    steps: []")]
    public void A_text_is_always_true(string found, string text) => Assert.Equal(found, Bench.Places("CS3018", text));

    [Theory]
    [InlineData("on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    if: ${{ false }}\n    steps: []")]
    [InlineData("on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    if: >-\n      ${{ false }}\n    steps: []")]
    [InlineData("on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    if: |\n      false\n    steps: []")]
    [InlineData("on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    if: github.actor == 'x'\n    steps: []")]
    public void A_harmless_workflow_is_let_pass(string text) => Assert.Empty(Bench.Workflow("CS3018", text));
}
