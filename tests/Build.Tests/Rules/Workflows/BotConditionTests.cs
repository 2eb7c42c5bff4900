namespace Build.Tests.Rules.Workflows;

public sealed class BotConditionTests
{
    [Theory]
    [InlineData(
        "6 high",
        "on: pull_request_target\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    if: github.actor == 'dependabot[bot]'\n    steps: []")]
    [InlineData(
        "6 high",
        "on: issue_comment\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    if: ${{ true && 'renovate[bot]' == github.triggering_actor }}\n    steps: []")]
    [InlineData(
        "6 high",
        "on: workflow_run\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    if: github.actor_id == 49699333\n    steps: []")]
    [InlineData(
        "6 low",
        "on: pull_request\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    if: github.actor == 'dependabot[bot]'\n    steps: []")]
    public void The_actor_is_not_the_author(string found, string text) => Assert.Equal(found, Bench.Places("CS3020", text));

    [Theory]
    [InlineData("on: pull_request_target\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    if: github.event.pull_request.user.login == 'dependabot[bot]'\n    steps: []")]
    [InlineData("on: pull_request_target\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    if: github.actor == 'somebody'\n    steps: []")]
    [InlineData("on: pull_request_target\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    if: github.actor != 'dependabot[bot]'\n    steps: []")]
    public void A_harmless_workflow_is_let_pass(string text) => Assert.Empty(Bench.Workflow("CS3020", text));
}
