namespace Build.Tests.Rules.Workflows;

public sealed class UnmaskedSecretTests
{
    [Theory]
    [InlineData(
        "9 medium",
        "on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: x\n        env:\n          A: ${{ fromJSON(secrets.A).b }}")]
    [InlineData(
        "9 medium",
        "on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: x\n        env:\n          A: ${{ toJSON(secrets) }}")]
    [InlineData(
        "9 medium",
        "on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: x\n        env:\n          A: ${{ secrets[matrix.name] }}")]
    [InlineData(
        "9 medium",
        "on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: x\n        env:\n          A: ${{ secrets[format('A_{0}', matrix.name)] }}")]
    public void A_secret_must_not_be_taken_apart_or_with_all_others(string found, string text) => Assert.Equal(found, Bench.Places("CS3022", text));

    [Theory]
    [InlineData("on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: x\n        env: {A: \"${{ secrets.A }}\"}")]
    [InlineData("on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: x\n        env: {A: \"${{ secrets['A'] }}\"}")]
    [InlineData("on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: x\n        env: {A: \"${{ fromJSON(vars.A).b }}\"}")]
    public void A_harmless_workflow_is_let_pass(string text) => Assert.Empty(Bench.Workflow("CS3022", text));
}
