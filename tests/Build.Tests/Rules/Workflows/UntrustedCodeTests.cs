namespace Build.Tests.Rules.Workflows;

public sealed class UntrustedCodeTests
{
    [Theory]
    [InlineData(
        9,
        "on: pull_request_target\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: actions/checkout@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n        with:\n          ref: ${{ github.event.pull_request.head.sha }}")]
    [InlineData(
        9,
        "on: workflow_run\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: actions/checkout@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n        with:\n          ref: ${{ github.event.workflow_run.head_branch }}")]
    [InlineData(
        9,
        "on: [push, issue_comment]\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: actions/checkout@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n        with:\n          ref: ${{ steps.pr.outputs.sha }}")]
    [InlineData(
        9,
        "on: pull_request_target\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: actions/checkout@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n        with:\n          repository: ${{ github.event.pull_request.head.repo.full_name }}")]
    [InlineData(
        9,
        "on: pull_request_target\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: actions/checkout@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n        with:\n          ref: refs/pull/7/merge")]
    [InlineData(
        9, "on: issue_comment\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: |\n          true\n          gh pr checkout 7")]
    [InlineData(7, "on: workflow_run\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: git fetch origin pull/$N/head")]
    public void It_is_caught_in_a_workflow_with_its_line(int line, string text) =>
        Assert.Equal([$".github/workflows/ci.yml:{line}"], Bench.Workflow("CS3007", text));

    [Theory]
    [InlineData("on: pull_request\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: actions/checkout@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n        with:\n          ref: ${{ github.event.pull_request.head.sha }}")]
    [InlineData("on: pull_request_target\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: actions/checkout@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n        with:\n          ref: ${{ github.event.pull_request.base.sha }}")]
    [InlineData("on: workflow_run\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: actions/checkout@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n        with:\n          ref: ${{ github.event.repository.default_branch }}")]
    [InlineData("on: workflow_run\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: actions/checkout@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n        with:\n          persist-credentials: false")]
    [InlineData("on: issue_comment\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: gh pr comment 7")]
    public void A_harmless_setting_in_a_workflow_is_let_pass(string text) =>
        Assert.Empty(Bench.Workflow("CS3007", text));
}
