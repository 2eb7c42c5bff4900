using ContainerSecurity.Rules.Hadolint;

namespace Build.Tests.Rules.Hadolint;

public sealed class DL3064Tests
{
    [Theory]
    [InlineData(1, "ARG NPM_TOKEN")]
    [InlineData(1, "ENV A=1 DB_PASSWORD=x")]
    [InlineData(1, "ENV my_api_key=x")]
    [InlineData(1, "ARG AWS_ACCESS_KEY_ID=x")]
    [InlineData(1, "ONBUILD ARG SECRET")]
    [InlineData(1, "ARG A db_username=x")]
    public void A_name_of_a_secret_is_caught(int line, string dockerfile) =>
        Assert.Equal([line], RuleBench.Lines(DL3064.Rule, dockerfile));

    [Theory]
    [InlineData("ARG VERSION")]
    [InlineData("ENV PATH=/x:$PATH")]
    [InlineData("LABEL password=x")]
    [InlineData("ENV A=token")]
    public void Another_name_is_let_pass(string dockerfile) =>
        Assert.Empty(RuleBench.Lines(DL3064.Rule, dockerfile));
}
