namespace Build.Tests.Rules.Workflows;

public sealed class ContainerPasswordTests
{
    [Theory]
    [InlineData(
        "9 high",
        "on: push\npermissions: {}\njobs:\n  a:\n    container:\n      image: a\n      credentials:\n        username: u\n        password: hunter2")]
    [InlineData(
        "5 high",
        "on: push\npermissions: {}\njobs:\n  a:\n    services: {db: {image: a, credentials: {password: hunter2}}}")]
    public void A_password_must_not_be_written_down(string found, string text) => Assert.Equal(found, Bench.Places("CS3015", text));

    [Theory]
    [InlineData("on: push\npermissions: {}\njobs:\n  a:\n    container: {image: a, credentials: {username: u, password: \"${{ secrets.P }}\"}}")]
    public void A_harmless_workflow_is_let_pass(string text) => Assert.Empty(Bench.Workflow("CS3015", text));
}
