namespace Proxy.Tests.Configuration;

public sealed class ModelOptionsTests
{
    [Theory]
    [InlineData("PROXY_MODEL_MAP", "a")]
    [InlineData("PROXY_MODEL_MAP", "a=")]
    [InlineData("PROXY_MODEL_MAP", "=b")]
    [InlineData("PROXY_MODEL_MAP", "a*b=c")]
    [InlineData("PROXY_MODEL_MAP", "a=b,a=c")]
    [InlineData("PROXY_MAX_OUTPUT_TOKENS", "many")]
    [InlineData("PROXY_MAX_OUTPUT_TOKENS", "0")]
    [InlineData("PROXY_MAX_OUTPUT_TOKENS", "-1")]
    [InlineData("PROXY_MAX_OUTPUT_TOKENS", "a=b")]
    [InlineData("PROXY_MAX_OUTPUT_TOKENS", "a=1,8000")]
    [InlineData("PROXY_REASONING_MODELS", "*a")]
    public void What_says_nothing_of_a_model_is_an_error_that_names_its_variable(string name, string value) => Configured.Fails(name, (name, value));

    [Fact]
    public void The_most_telling_pattern_comes_first()
    {
        var map = Configured.WithKey(("PROXY_MODEL_MAP", "*=x, claude-*=y, claude-opus=z, claude-o*=w")).Models.Map;

        Assert.Equal("zwyx", string.Concat(map.Select(pair => pair.Value)));
    }
}
