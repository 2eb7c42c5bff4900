namespace Build.Tests.Rules.Workflows;

public sealed class KeptCredentialsTests
{
    [Theory]
    [InlineData(
        "7 low",
        "on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1")]
    [InlineData(
        "7 low",
        "on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1\n        with: {persist-credentials: true}")]
    [InlineData(
        "7 high",
        "on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1\n      - uses: actions/upload-artifact@3d3c42e5aac5ba805825da76410c181273ba90b1\n        with:\n          path: .")]
    [InlineData(
        "7 high",
        "on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1\n      - uses: actions/upload-artifact@3d3c42e5aac5ba805825da76410c181273ba90b1\n        with:\n          path: |\n            out\n            ${{ github.workspace }}/")]
    [InlineData(
        "7 low",
        "on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1\n      - uses: actions/upload-artifact@3d3c42e5aac5ba805825da76410c181273ba90b1\n        with:\n          path: dist")]
    [InlineData(
        "10 low",
        "on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: actions/upload-artifact@3d3c42e5aac5ba805825da76410c181273ba90b1\n        with:\n          path:.\n      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1")]
    public void The_token_must_not_stay_in_the_checkout(string found, string text) => Assert.Equal(found, Bench.Places("CS3011", text));

    [Theory]
    [InlineData("on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1\n        with: {persist-credentials: false}")]
    [InlineData("on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1\n        with: {persist-credentials: \"false\"}\n      - uses: actions/upload-artifact@3d3c42e5aac5ba805825da76410c181273ba90b1\n        with:\n          path: .")]
    public void A_harmless_workflow_is_let_pass(string text) => Assert.Empty(Bench.Workflow("CS3011", text));
}
