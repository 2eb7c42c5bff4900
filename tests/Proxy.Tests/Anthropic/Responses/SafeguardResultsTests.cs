using System.Text;
using System.Text.Json;
using ClaudeCodeProxy.Anthropic.Requests;
using ClaudeCodeProxy.Anthropic.Responses;

namespace Proxy.Tests.Anthropic.Responses;

public sealed class SafeguardResultsTests
{
    [Fact]
    public void Without_safeguards_there_is_nothing() => Assert.Equal("", Results("[]"));

    [Fact]
    public void Each_type_is_told_once() => Assert.Equal(
        """[{"type":"dangerous_tool_use","status":{"type":"unsupported"}},{"type":"a\"b","status":{"type":"unsupported"}}]""",
        Results("""[{"type":"dangerous_tool_use","classifier_context":{"v":1}},{"type":"a\"b"},{"type":"dangerous_tool_use"},{"type":""}]"""));

    [Fact]
    public void Clients_cannot_make_it_long()
    {
        var types = Enumerable
            .Range(0, 1000)
            .Select(static number => $$"""{"type":"t{{number}}"}""")
            .Prepend($$"""{"type":"{{new string('x', 65)}}"}""");
        using var results = JsonDocument.Parse(Results($"[{string.Join(',', types)}]"));
        Assert.Equal(7, results.RootElement.GetArrayLength());
    }

    private static string Results(string safeguards)
    {
        var body = $$"""{"model":"m","max_tokens":1,"messages":[{"role":"user","content":"x"}],"safeguards":{{safeguards}}}""";
        var request = MessagesRequest.Parse(Encoding.UTF8.GetBytes(body));
        return Encoding.UTF8.GetString(SafeguardResults.Unsupported(request.Safeguards.Types, request.Body.Span));
    }
}
