namespace Build.Tests.Rules.Workflows;

public sealed class InsecureCommandsTests
{
    [Theory]
    [InlineData(
        "9 high",
        "on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: x\n        env:\n          ACTIONS_ALLOW_UNSECURE_COMMANDS: true")]
    [InlineData(
        "3 high",
        "on: push\npermissions: {}\nenv: {ACTIONS_ALLOW_UNSECURE_COMMANDS: \"true\"}\njobs: {a: {steps: []}}")]
    [InlineData(
        "8 medium",
        "on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: |\n          echo \"::set-env name=A::$B\"")]
    [InlineData(
        "7 medium",
        "on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: echo \"::add-path::bin\"")]
    [InlineData(
        "7 medium",
        "on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: echo \"ACTIONS_ALLOW_UNSECURE_COMMANDS=true\" >> $GITHUB_ENV")]
    public void What_is_printed_must_not_set_variables(string found, string text) => Assert.Equal(found, Bench.Places("CS3009", text));

    [Theory]
    [InlineData("on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: x\n        env: {ACTIONS_ALLOW_UNSECURE_COMMANDS: \"false\"}")]
    [InlineData("on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: echo \"::set-output name=a::b\"")]
    [InlineData("on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: echo \"::warning::x\"")]
    public void A_harmless_workflow_is_let_pass(string text) => Assert.Empty(Bench.Workflow("CS3009", text));
}
