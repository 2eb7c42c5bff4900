namespace Build.Tests.Rules.Workflows;

public sealed class ContradictoryVersionTests
{
    [Theory]
    [InlineData(
        "7 medium",
        "on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: a/b@3d3c42e5aac5ba805825da76410c181273ba90b11")]
    [InlineData(
        "7 medium",
        "on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: a/b@3d3c42e5aac5ba805825da76410c181273ba90b")]
    [InlineData(
        "7 low",
        "on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: a/b@bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb")]
    [InlineData(
        "7 low",
        "on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: a/b@3d3c42e5aac5ba805825da76410c181273ba90b1 # main")]
    [InlineData(
        "8 medium",
        "on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: a/b@3d3c42e5aac5ba805825da76410c181273ba90b1 # v1.2.3\n      - uses: a/b/c@3d3c42e5aac5ba805825da76410c181273ba90b1 # v1.3.0")]
    [InlineData(
        "8 medium",
        "on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: a/b@3d3c42e5aac5ba805825da76410c181273ba90b1 # v1.2.3\n      - uses: A/B@3d3c42e5aac5ba805825da76410c181273ba90b2 # v1.2.3")]
    public void Commits_and_versions_must_fit_together(string found, string text) => Assert.Equal(found, Bench.Places("CS3016", text));

    [Theory]
    [InlineData("on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: a/b@3d3c42e5aac5ba805825da76410c181273ba90b1 # v1.2.3\n      - uses: a/b@3d3c42e5aac5ba805825da76410c181273ba90b1 # v1")]
    [InlineData("on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: a/b@3d3c42e5aac5ba805825da76410c181273ba90b1 # v1\n      - uses: a/b@3d3c42e5aac5ba805825da76410c181273ba90b2 # v1")]
    [InlineData("on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: a/b@v1.2.3")]
    [InlineData("on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: a/b@3d3c42e5aac5ba805825da76410c181273ba90b1 # the newest")]
    public void A_harmless_workflow_is_let_pass(string text) => Assert.Empty(Bench.Workflow("CS3016", text));
}
