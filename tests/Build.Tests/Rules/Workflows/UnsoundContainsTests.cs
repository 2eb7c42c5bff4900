namespace Build.Tests.Rules.Workflows;

public sealed class UnsoundContainsTests
{
    [Theory]
    [InlineData(
        "6 medium",
        "on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    if: contains('main develop', github.ref_name)\n    steps: []")]
    [InlineData(
        "6 medium",
        "on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    if: ${{ contains('a b', github.actor) }}\n    steps: []")]
    [InlineData(
        "6 low",
        "on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    if: contains('push pull_request', github.event_name)\n    steps: []")]
    public void A_name_within_a_text_is_found_in_parts(string found, string text) => Assert.Equal(found, Bench.Places("CS3019", text));

    [Theory]
    [InlineData("on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    if: contains(fromJSON('[\"main\"]'), github.ref_name)\n    steps: []")]
    [InlineData("on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    if: contains(github.event.issue.title, 'x')\n    steps: []")]
    [InlineData("on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    if: github.ref_name == 'main'\n    steps: []")]
    public void A_harmless_workflow_is_let_pass(string text) => Assert.Empty(Bench.Workflow("CS3019", text));
}
