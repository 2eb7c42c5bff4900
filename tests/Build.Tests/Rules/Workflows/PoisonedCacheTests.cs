namespace Build.Tests.Rules.Workflows;

public sealed class PoisonedCacheTests
{
    [Theory]
    [InlineData(
        "7 medium",
        "on: release\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: actions/cache@3d3c42e5aac5ba805825da76410c181273ba90b1")]
    [InlineData(
        "7 medium",
        "on: {push: {tags: ['v*']}}\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: actions/setup-go@3d3c42e5aac5ba805825da76410c181273ba90b1")]
    [InlineData(
        "7 medium",
        "on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: actions/setup-node@3d3c42e5aac5ba805825da76410c181273ba90b1\n        with: {cache: npm}\n      - uses: softprops/action-gh-release@3d3c42e5aac5ba805825da76410c181273ba90b1")]
    [InlineData(
        "7 medium",
        "on: release\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: actions/setup-node@3d3c42e5aac5ba805825da76410c181273ba90b1 # v6.0.0")]
    [InlineData(
        "7 medium",
        "on: release\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: gradle/actions/setup-gradle@3d3c42e5aac5ba805825da76410c181273ba90b1")]
    public void A_release_must_not_restore_caches(string found, string text) => Assert.Equal(found, Bench.Places("CS3013", text));

    [Theory]
    [InlineData("on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: actions/cache@3d3c42e5aac5ba805825da76410c181273ba90b1")]
    [InlineData("on: release\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: actions/setup-go@3d3c42e5aac5ba805825da76410c181273ba90b1\n        with: {cache: false}")]
    [InlineData("on: release\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: actions/setup-node@3d3c42e5aac5ba805825da76410c181273ba90b1 # v4.0.0")]
    [InlineData("on: release\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: gradle/actions/setup-gradle@3d3c42e5aac5ba805825da76410c181273ba90b1\n        with: {cache-disabled: true}")]
    [InlineData("on: release\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: actions/setup-go@3d3c42e5aac5ba805825da76410c181273ba90b1\n        with: {cache: \"${{ github.event_name != 'release' }}\"}")]
    public void A_harmless_workflow_is_let_pass(string text) => Assert.Empty(Bench.Workflow("CS3013", text));
}
