namespace Build.Tests.Rules.Workflows;

public sealed class SelfHostedRunnerTests
{
    [Theory]
    [InlineData(
        "5 low",
        "on: push\npermissions: {}\njobs:\n  a:\n    runs-on: self-hosted\n    steps: []")]
    [InlineData(
        "5 medium",
        "on: pull_request\npermissions: {}\njobs:\n  a:\n    runs-on: [self-hosted, linux]\n    steps: []")]
    [InlineData(
        "5 medium",
        "on: issue_comment\npermissions: {}\njobs:\n  a:\n    runs-on: {group: big}\n    steps: []")]
    [InlineData(
        "5 low",
        "on: push\npermissions: {}\njobs:\n  a:\n    runs-on: {labels: [self-hosted]}\n    steps: []")]
    [InlineData(
        "8 low",
        "on: push\npermissions: {}\njobs:\n  a:\n    runs-on: ${{ matrix.os }}\n    strategy:\n      matrix:\n        os: [ubuntu-24.04, self-hosted]\n    steps: []")]
    public void A_machine_of_ones_own_is_told(string found, string text) => Assert.Equal(found, Bench.Places("CS3012", text));

    [Theory]
    [InlineData("on: pull_request\npermissions: {}\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps: []")]
    [InlineData("on: push\npermissions: {}\njobs:\n  a:\n    runs-on: ${{ matrix.os }}\n    strategy:\n      matrix:\n        os: [ubuntu-24.04, self-hosted]\n        exclude: [{os: self-hosted}]\n    steps: []")]
    public void A_harmless_workflow_is_let_pass(string text) => Assert.Empty(Bench.Workflow("CS3012", text));
}
