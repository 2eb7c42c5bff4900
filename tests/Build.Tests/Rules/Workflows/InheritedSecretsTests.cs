namespace Build.Tests.Rules.Workflows;

public sealed class InheritedSecretsTests
{
    [Theory]
    [InlineData(
        "6 medium",
        "on: push\npermissions: {}\njobs:\n  a:\n    uses: o/r/.github/workflows/x.yml@3d3c42e5aac5ba805825da76410c181273ba90b1\n    secrets: inherit")]
    [InlineData(
        "6 low",
        "on: push\npermissions: {}\njobs:\n  a:\n    uses: ./.github/workflows/x.yml\n    secrets: inherit")]
    public void A_called_workflow_must_not_inherit_all_secrets(string found, string text) => Assert.Equal(found, Bench.Places("CS3010", text));

    [Theory]
    [InlineData("on: push\npermissions: {}\njobs:\n  a:\n    uses: ./.github/workflows/x.yml\n    secrets: {a: \"${{ secrets.A }}\"}")]
    public void A_harmless_workflow_is_let_pass(string text) => Assert.Empty(Bench.Workflow("CS3010", text));
}
