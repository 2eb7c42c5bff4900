using ClaudeCodeProxy.Configuration;

namespace Proxy.Tests.Configuration;

public sealed class SafeguardOptionsTests
{
    [Fact]
    public void Rules_judge_and_then_the_haiku_tiers_model()
    {
        var options = Configured.WithKey().Safeguards;

        Assert.Equal((SafeguardMode.On, null, TimeSpan.FromSeconds(15)), (options.Mode, options.Model, options.Timeout));
    }

    [Theory]
    [InlineData("on", "On")]
    [InlineData("rules", "Rules")]
    [InlineData("model", "Model")]
    [InlineData("off", "Off")]
    public void Who_judges_can_be_chosen(string value, string mode) =>
        Assert.Equal(mode, Configured.WithKey(("PROXY_SAFEGUARDS", value)).Safeguards.Mode.ToString());

    [Fact]
    public void Model_and_time_can_be_chosen()
    {
        var options = Configured.WithKey(("PROXY_SAFEGUARDS_MODEL", "local/judge"), ("PROXY_SAFEGUARDS_TIMEOUT", "30")).Safeguards;

        Assert.Equal(("local/judge", TimeSpan.FromSeconds(30)), (options.Model, options.Timeout));
    }

    [Theory]
    [InlineData("PROXY_SAFEGUARDS", "yes")]
    [InlineData("PROXY_SAFEGUARDS", "Off")]
    [InlineData("PROXY_SAFEGUARDS_TIMEOUT", "0")]
    [InlineData("PROXY_SAFEGUARDS_TIMEOUT", "fast")]
    public void A_mistyped_value_is_an_error_and_never_a_check_that_is_off(string name, string value) => Configured.Fails(name, (name, value));
}
