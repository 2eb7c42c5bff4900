using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClaudeCodeProxy.Anthropic.Requests;
using ClaudeCodeProxy.Providers;
using ClaudeCodeProxy.Routing;
using ClaudeCodeProxy.Translation.Responses;
using Proxy.Tests.Anthropic.Responses;

namespace Proxy.Tests.Translation;

/// <summary>Runs the translators on short texts.</summary>
internal static class Example
{
    public const string SmallRequest = """{"model":"claude-sonnet-5","max_tokens":100,"messages":[{"role":"user","content":"hello"}]}""";

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static readonly Route OpenAI = new(Provider.OpenAI, "claude-sonnet-5", "gpt-4.1");

    public static readonly Route Thinker = new(Provider.OpenAI, "claude-opus-4-8", "gpt-5");

    public static readonly Route Ollama = new(Provider.Ollama, "claude-haiku", "qwen3");

    public static string UpstreamBody(string request, Route? route = null) =>
        Checked.Request(MessagesRequest.Parse(Encoding.UTF8.GetBytes(request)), route ?? OpenAI);

    /// <summary>The upstream messages of a request that holds these messages and nothing else.</summary>
    public static string SentMessages(string messages, Route? route = null)
    {
        var upstream = UpstreamBody($$"""{"model":"m","max_tokens":1,"messages":[{{messages}}]}""", route);
        var start = upstream.IndexOf("\"messages\":[", StringComparison.Ordinal) + "\"messages\":[".Length;
        return upstream[start..upstream.LastIndexOf("],\"max_", StringComparison.Ordinal)];
    }

    /// <summary>The options that follow the messages in the upstream request.</summary>
    public static string Options(string options, Route? route = null)
    {
        var upstream = UpstreamBody($$"""{"model":"m","max_tokens":100,"messages":[{"role":"user","content":"x"}]{{options}}}""", route);
        return upstream[(upstream.IndexOf("}],", StringComparison.Ordinal) + 3)..^1];
    }

    public static ResponseContext Context(string request = SmallRequest) => ContextOf(OpenAI, request);

    public static ResponseContext ContextOf(Route route, string request = SmallRequest) =>
        ResponseContext.Create(MessagesRequest.Parse(Encoding.UTF8.GetBytes(request)), route, "msg_test");

    public static string Answer(string answer, string request = SmallRequest) => Checked.Answer(Encoding.UTF8.GetBytes(answer), Context(request));

    /// <summary>What a client makes of a stream with these data payloads, after which the upstream ends the connection.</summary>
    public static StreamedResponse Stream(params string[] events) => StreamOf(SmallRequest, events);

    public static StreamedResponse StreamOf(string request, params string[] events) => Streamed(OpenAI, events, request);

    public static StreamedResponse Streamed(Route route, string[] events, string request = SmallRequest)
    {
        using var stream = new CheckedStream(ContextOf(route, request));
        foreach (var data in events)
            stream.Next(data);
        stream.Finish();
        Assert.True(stream.Done);
        return stream.Answer;
    }

    /// <summary>A chunk with one choice.</summary>
    public static string Chunk(string delta, string? finish = null) =>
        $$"""{"id":"chatcmpl-1","object":"chat.completion.chunk","choices":[{"index":0,"delta":{{delta}},"finish_reason":{{(finish is null ? "null" : $"\"{finish}\"")}}}]}""";

    /// <summary>A chunk with pieces of tool calls.</summary>
    public static string Calls(params string[] pieces) => Chunk("{\"tool_calls\":[" + string.Join(',', pieces) + "]}");

    /// <summary>A piece of a tool call; what is null is left out.</summary>
    public static string Piece(string? arguments, int? index = 0, string? id = null, string? name = null)
    {
        var function = new JsonObject();
        if (name is not null)
            function["name"] = name;
        if (arguments is not null)
            function["arguments"] = arguments;
        var piece = new JsonObject { ["function"] = function };
        if (index is not null)
            piece["index"] = index;
        if (id is not null)
            piece["id"] = id;
        return piece.ToJsonString(Plain);
    }
}
