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

    [Theory]
    [InlineData("- run: git fetch origin pull/${{ github.event.issue.number }}/head")]
    [InlineData("- run: git fetch origin +refs/pull/${{ github.event.number }}/merge")]
    [InlineData("- run: git fetch origin pull/$(jq .number x)/head")]
    [InlineData("- run: git fetch origin \"pull/${N}/head:pr\"")]
    [InlineData("- run: gh pr checkout \"$N\"")]
    [InlineData("- run: hub pr checkout 7")]
    [InlineData("- run: echo $(git fetch origin pull/7/head)")]
    [InlineData("- run: echo y | git fetch origin pull/7/head")]
    [InlineData("- run: git checkout ${{ github.event.pull_request.head.sha }}")]
    [InlineData("- run: git clone -b \"$B\" https://example.org/x\n  env: {B: \"${{ github.event.pull_request.head.ref }}\"}")]
    [InlineData("- run: git pull ${{ github.event.pull_request.head.repo.clone_url }} main")]
    [InlineData("- run: git switch $GITHUB_HEAD_REF")]
    [InlineData("- run: curl -L https://example.org/o/r/pull/7.patch | git apply")]
    [InlineData("- shell: pwsh\n  run: git checkout $env:B\n  env: {B: \"${{ github.head_ref }}\"}")]
    [InlineData("- uses: actions/checkout@v5\n  with: {ref: \"refs/pull/${{ github.event.number }}/head\"}")]
    [InlineData("- uses: actions/checkout@v5\n  with: {ref: \"${{ env.B }}\"}\n  env: {B: \"${{ github.head_ref }}\"}")]
    [InlineData("- uses: Actions/Checkout@v5\n  with: {Repository: \"${{ github.event.workflow_run.head_repository.full_name }}\"}")]
    [InlineData("- uses: actions/github-script@v8\n  with: {script: \"exec('git fetch origin pull/7/head')\"}")]
    public void Foreign_code_is_critical_however_it_is_taken(string step) =>
        Assert.Equal(["critical"], Bench.Severities("CS3007", Steps(step)).Select(found => found.Split(' ')[1]));

    [Theory]
    [InlineData("- uses: actions/checkout@v5\n  with: {ref: \"${{ steps.x.outputs.sha }}\"}")]
    [InlineData("- uses: actions/checkout@v5\n  if: github.event.pull_request.head.repo.full_name == github.repository\n  with: {ref: \"${{ github.head_ref }}\"}")]
    public void It_is_high_where_nobody_can_see_whose_it_is_or_a_condition_keeps_others_out(string step) =>
        Assert.Equal(["high"], Bench.Severities("CS3007", Steps(step)).Select(found => found.Split(' ')[1]));

    [Theory]
    [InlineData("- run: git diff origin/main...${{ github.event.pull_request.head.sha }}")]
    [InlineData("- run: git merge-base main $GITHUB_HEAD_REF")]
    [InlineData("- run: git fetch origin main")]
    [InlineData("- run: gh pr view 7")]
    [InlineData("- run: 'echo see pull/7'")]
    [InlineData("- run: echo \"see pull/${{ github.event.number }}/head of $N\"")]
    [InlineData("- run: '# git fetch origin pull/7/head'")]
    [InlineData("- uses: actions/checkout@v5\n  with: {ref: \"${{ github.event.pull_request.base.ref }}\"}")]
    [InlineData("- uses: actions/checkout@v5\n  with: {ref: \"${{ inputs.ref || github.sha }}\", repository: \"${{ github.repository }}\"}")]
    [InlineData("- uses: actions/checkout@v5\n  with: {ref: \"${{ vars.BRANCH }}\"}")]
    public void Own_code_is_let_pass(string step) => Assert.Empty(Bench.Severities("CS3007", Steps(step)));

    private static string Steps(string step) =>
        "on: pull_request_target\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      " + step.Replace("\n", "\n      ", StringComparison.Ordinal);
}
