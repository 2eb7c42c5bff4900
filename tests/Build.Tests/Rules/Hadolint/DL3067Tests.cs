using ContainerSecurity.Rules.Hadolint;

namespace Build.Tests.Rules.Hadolint;

public sealed class DL3067Tests
{
    [Theory]
    [InlineData(1, "COPY --from=a / /")]
    [InlineData(1, "COPY --from=a [\"/\", \"/\"]")]
    [InlineData(1, "COPY --from=a \"/\" \"/\"")]
    public void A_whole_file_system_is_caught(int line, string dockerfile) =>
        Assert.Equal([line], RuleBench.Lines(DL3067.Rule, dockerfile));

    [Theory]
    [InlineData("COPY --from=a /x /")]
    [InlineData("COPY --from=a / /x")]
    [InlineData("COPY / /")]
    public void A_part_of_it_is_let_pass(string dockerfile) =>
        Assert.Empty(RuleBench.Lines(DL3067.Rule, dockerfile));
}
