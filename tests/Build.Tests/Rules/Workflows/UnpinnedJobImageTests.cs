namespace Build.Tests.Rules.Workflows;

public sealed class UnpinnedJobImageTests
{
    [Theory]
    [InlineData(5, "container: debian:12")]
    [InlineData(6, "container:\n  image: debian:12")]
    [InlineData(5, "container: ${{ matrix.image }}")]
    [InlineData(7, "services:\n  db:\n    image: postgres@sha256:bb")]
    [InlineData(5, "services: {db: {image: postgres}}")]
    public void It_is_caught_in_a_workflow_with_its_line(int line, string text) =>
        Assert.Equal([$".github/workflows/ci.yml:{line}"], Bench.Job("CS3006", text));

    [Theory]
    [InlineData("container: debian:12@sha256:bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb")]
    [InlineData("services: {db: {image: \"postgres@sha256:bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb\"}}")]
    [InlineData("container: {image: \"\"}")]
    [InlineData("runs-on: debian")]
    public void A_harmless_setting_in_a_workflow_is_let_pass(string text) =>
        Assert.Empty(Bench.Job("CS3006", text));
}
