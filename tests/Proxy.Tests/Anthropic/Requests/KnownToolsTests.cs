using System.Text;
using ClaudeCodeProxy.Anthropic.Errors;
using ClaudeCodeProxy.Anthropic.Requests;

namespace Proxy.Tests.Anthropic.Requests;

public sealed class KnownToolsTests
{
    private const string Web = """
        {"type":"web_search_20250305","name":"web_search","max_uses":5,"allowed_domains":["a.example"],"user_location":{"type":"approximate"}}
        """;

    private readonly KnownTools _known = new();

    [Fact]
    public void Tools_that_come_again_are_as_they_were_wherever_they_stand()
    {
        var tools = Tools(20);
        foreach (var before in new[] { "", "x", new string('y', 5000), "", "z" })
        {
            foreach (var space in new[] { "", " ", "\n\t " })
                Same(Request(before, space + tools));
        }
    }

    [Fact]
    public void Others_that_begin_alike_are_not_taken_for_them()
    {
        for (var round = 0; round < 3; round++)
        {
            Same(Request("", Tools(20)));
            Same(Request("", Tools(21)));
            Same(Request("", Tools(20, last: "other")));
            Same(Request("", Tools(20)[..^1] + "," + Web + "]"));
        }
    }

    [Fact]
    public void More_than_are_kept_are_read_all_the_same()
    {
        for (var round = 0; round < 4; round++)
        {
            for (var count = 20; count < 60; count++)
                Same(Request("", Tools(count)));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("]")]
    [InlineData(",")]
    [InlineData("x")]
    [InlineData(",\"tools\":[{}]")]
    public void What_is_wrong_behind_them_is_told_as_ever(string behind)
    {
        Same(Request("", Tools(20)));
        Same(Request("", Tools(20)));
        Same(Request("", Tools(20)));
        var wrong = Encoding.UTF8.GetBytes(Request("", Tools(20))[..^1] + behind);

        var error = Assert.Throws<ApiErrorException>(() => MessagesRequest.Parse(wrong, _known));

        Assert.Equal(Assert.Throws<ApiErrorException>(() => MessagesRequest.Parse(wrong)).Error.Message, error.Error.Message);
    }

    [Fact]
    public async Task Any_number_of_requests_may_ask_at_once()
    {
        var requests = Enumerable.Range(20, 12).Select(count => Request(new string('x', count), Tools(count))).ToList();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(worker => Task.Run(() =>
        {
            for (var round = 0; round < 50; round++)
                Same(requests[(round + worker) % requests.Count]);
        })));
    }

    private void Same(string request)
    {
        var body = Encoding.UTF8.GetBytes(request);
        Assert.Equal(Describe(MessagesRequest.Parse(body)), Describe(MessagesRequest.Parse(body, _known)));
    }

    private static string Describe(MessagesRequest request)
    {
        var source = request.Body.Span;
        var text = new StringBuilder(request.Model).Append(request.MaxTokens).Append(request.Messages.Length);
        foreach (var tool in request.Tools)
        {
            foreach (var part in new[] { tool.Type, tool.Name, tool.Description })
                text.Append(part.IsPresent).Append(part.ToString(source));
            var of = tool.Settings;
            var values = new[]
            {
                tool.Schema, of.AllowedDomains, of.BlockedDomains, of.UserLocation, of.MaxUses, of.DisplayWidth, of.DisplayHeight,
            };
            foreach (var value in values)
                text.Append(value.IsPresent).Append(Encoding.UTF8.GetString(value.In(source)));
            text.Append(tool.IsDeferred).Append(tool.Definition?.GetHashCode()).AppendLine();
        }

        return $"{text}";
    }

    /// <param name="last">The last tool's description.</param>
    private static string Tools(int count, string last = "last") =>
        $"[{Web},{{\"type\":\"bash_20250124\",\"name\":\"bash\"}}," + string.Join(',', Enumerable.Range(0, count).Select(number => $$$"""
            {"name":"Tool{{{number}}}","description":"{{{(number == count - 1 ? last : new string('d', 200))}}}","defer_loading":{{{(number % 3 == 0 ? "true" : "false")}}},
            "input_schema":{"type":"object","properties":{"path":{"type":"string"}},"required":["path"]}}
            """)) + "]";

    private static string Request(string before, string tools) =>
        $$"""{"model":"claude-opus-4-8","max_tokens":9,"metadata":{"user_id":"{{before}}"},"tools":{{tools}},"messages":[{"role":"user","content":"hi"}]}""";
}
