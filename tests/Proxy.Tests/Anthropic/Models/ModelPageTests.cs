using ClaudeCodeProxy.Anthropic.Errors;
using ClaudeCodeProxy.Anthropic.Models;

namespace Proxy.Tests.Anthropic.Models;

public sealed class ModelPageTests
{
    private static readonly string[] Ids = ["a", "b", "c", "d", "e"];

    [Theory]
    [InlineData(null, null, null, "abcde", false)]
    [InlineData("2", null, null, "ab", true)]
    [InlineData("5", null, null, "abcde", false)]
    [InlineData("2", "b", null, "cd", true)]
    [InlineData("2", "c", null, "de", false)]
    [InlineData("2", "e", null, "", false)]
    [InlineData("2", null, "d", "bc", true)]
    [InlineData("3", null, "d", "abc", false)]
    [InlineData("1", null, "a", "", false)]
    public void A_page_begins_after_or_ends_before_an_id(string? limit, string? afterId, string? beforeId, string expected, bool hasMore)
    {
        var page = ModelPage.Parse(limit, afterId, beforeId).Select(Ids);

        Assert.Equal(expected, string.Concat(Ids[page.Range]));
        Assert.Equal(hasMore, page.HasMore);
    }

    [Theory]
    [InlineData("0", null, null)]
    [InlineData("1001", null, null)]
    [InlineData("-1", null, null)]
    [InlineData("ten", null, null)]
    [InlineData("", null, null)]
    [InlineData(null, "z", null)]
    [InlineData(null, null, "z")]
    [InlineData(null, "a", "b")]
    public void Anything_else_is_a_bad_request(string? limit, string? afterId, string? beforeId)
    {
        var error = Assert.Throws<ApiErrorException>(() => ModelPage.Parse(limit, afterId, beforeId).Select(Ids)).Error;

        Assert.Equal((400, "invalid_request_error"), (error.Status, error.Type));
    }
}
