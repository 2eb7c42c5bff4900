using System.Text;
using System.Text.Json;
using ClaudeCodeProxy.Providers;
using ClaudeCodeProxy.Routing;
using ClaudeCodeProxy.Translation.Errors;
using ClaudeCodeProxy.Translation.Refusals;

namespace Proxy.Tests.Translation.Refusals;

public sealed class ToolLimitRefusalTests
{
    private static readonly Route Unknown = new(Provider.Unknown, "claude", "m");

    [Theory]
    [InlineData(
        "Invalid 'tools': array too long. Expected an array with maximum length 128, but got an array with length 309 instead.", "tools", 128)]
    [InlineData("'tools' : maximum number of items is 128", "", 128)]
    [InlineData("You may not include more than 128 tools in your request.", "", 128)]
    [InlineData("Maximum tools limit reached. 520 tools have been provided but the maximum is 200.", "", 200)]
    [InlineData("Too many tools: at most 64 are allowed", "", 64)]
    public void The_limit_is_read_from_the_words(string message, string param, int limit) =>
        Assert.Equal(limit, Read(message, param, Unknown).First());

    [Theory]
    [InlineData("The tools need more than 4096 tokens", "")]
    [InlineData("Invalid 'messages': array too long. Expected an array with maximum length 2048", "messages")]
    [InlineData("Too many tools", "tools")]
    public void Other_limits_are_none_of_tools(string message, string param) => Assert.Empty(Read(message, param, Unknown).OfType<int>());

    [Fact]
    public void A_limit_that_is_kept_already_is_no_news() =>
        Assert.Empty(Read("'tools' : maximum number of items is 128", "", new Route(Provider.OpenAI, "claude", "gpt-4.1")).OfType<int>());

    private static IEnumerable<int?> Read(string message, string param, Route route) => RefusalReader
        .Read(400, UpstreamProblem.Read(Encoding.UTF8.GetBytes(
            JsonSerializer.Serialize(new { error = new { message, param, type = "invalid_request_error" } }))), route)
        .Select(static refusal => refusal.Lesson.MaxTools);
}
