using System.Text;
using System.Text.Json;
using ClaudeCodeProxy.Anthropic.Conversations;
using ClaudeCodeProxy.Anthropic.Errors;
using ClaudeCodeProxy.Anthropic.Requests;
using ClaudeCodeProxy.Configuration;
using ClaudeCodeProxy.Providers;
using ClaudeCodeProxy.Providers.Models;
using ClaudeCodeProxy.Routing;
using ClaudeCodeProxy.Safeguards.Facts;
using ClaudeCodeProxy.Sse;
using ClaudeCodeProxy.Translation.Checks;
using ClaudeCodeProxy.Translation.Errors;
using ClaudeCodeProxy.Translation.Responses;
using Proxy.Tests.Translation;

namespace Proxy.Tests.Traces;

/// <summary>
/// One exchange in a folder: <c>request.json</c> of the client, <c>upstream.json</c> or <c>upstream.sse</c> that the upstream answers (with the
/// status in
/// <c>route.json</c>, where that is not 200), and what must come of them: <c>expected-upstream.json</c>, and <c>expected.json</c> or
/// <c>expected.sse</c>.
/// </summary>
internal sealed class Trace(string folder)
{
    private const string RequestId = "req_trace";

    private readonly RouteFile _route = JsonSerializer.Deserialize<RouteFile>(Text(folder, "route.json") ?? "{}", JsonSerializerOptions.Web)!;

    public static IEnumerable<string> Names =>
        Directory.GetDirectories(Root).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal);

    private readonly byte[] _request = Read(folder, "request.json")!;
    private readonly byte[]? _upstream = Read(folder, "upstream.json");

    public byte[]? UpstreamStream { get; } = Read(folder, "upstream.sse");

    public string? ExpectedUpstream { get; } = Text(folder, "expected-upstream.json")?.TrimEnd('\n');

    public string Expected { get; } = Text(folder, "expected.sse") ?? Text(folder, "expected.json")!.TrimEnd('\n');

    private static string Root => Path.Combine(AppContext.BaseDirectory, "Traces");

    public static Trace Named(string name) => new(Path.Combine(Root, name));

    /// <summary>The request that goes upstream; null when the client's is refused.</summary>
    public string? Upstream()
    {
        try
        {
            var request = Conversation.Resolve(MessagesRequest.Parse(_request));
            return Checked.Request(request, _route.ToRoute(request));
        }
        catch (ApiErrorException)
        {
            return null;
        }
    }

    /// <summary>What the client gets.</summary>
    /// <param name="split">Where the upstream's stream is cut into two reads.</param>
    public string Answer(int split = 0)
    {
        try
        {
            var request = Conversation.Resolve(MessagesRequest.Parse(_request));
            var context = ResponseContext.Create(request, _route.ToRoute(request), "msg_trace");
            context = context with { Checks = CallChecks.Create(request, Enum.Parse<SafeguardMode>(_route.Safeguards), Judge) };
            if (UpstreamStream is { } stream)
                return Stream(stream, split, context);
            if (_route.Status == 200)
                return Checked.Answer(_upstream, context);
            throw new ApiErrorException(UpstreamErrorTranslator.Translate(_route.Status, _upstream));
        }
        catch (ApiErrorException e)
        {
            return Checked.Error(e.Error, RequestId);
        }
    }

    /// <summary>Rules that are easy to foresee: to list files is harmless, other commands are not, and of other tools they know nothing.</summary>
    private static Verdict Judge(SafeguardContext context, ToolCall call)
    {
        if (call.Name != "Bash")
            return Verdict.Undecided("not a command");
        using var input = JsonDocument.Parse(call.Input);
        return input.RootElement.GetProperty("command").GetString() == "ls" ? Verdict.Clear("list") : Verdict.Flag("other", "It is not ls.");
    }

    private static string Stream(byte[] upstream, int split, ResponseContext context)
    {
        using var parser = new SseParser();
        using var stream = new CheckedStream(context);
        foreach (var data in parser.Read(upstream.AsSpan()[..split]))
            stream.Next(data);
        foreach (var data in parser.Read(upstream.AsSpan()[split..]))
            stream.Next(data);
        foreach (var data in parser.End())
            stream.Next(data);
        stream.Finish();
        return stream.EarlyFailure is { } failure ? throw new ApiErrorException(failure) : stream.Text;
    }

    private static byte[]? Read(string folder, string file) =>
        File.Exists(Path.Combine(folder, file)) ? File.ReadAllBytes(Path.Combine(folder, file)) : null;

    private static string? Text(string folder, string file) => Read(folder, file) is { } bytes ? Encoding.UTF8.GetString(bytes) : null;

    private sealed record RouteFile(string Provider = "OpenAI", string Model = "gpt-4.1", int Status = 200, string Api = "ChatCompletions")
    {
        public int? MaxOutputTokens { get; init; }

        /// <summary>What the upstream is known to refuse, as in <c>PROXY_MODEL_TRAITS</c>.</summary>
        public string[] Refuses { get; init; } = [];

        public bool ReadsThinkTags { get; init; }

        /// <summary>Who judges calls, as in <c>PROXY_SAFEGUARDS</c>.</summary>
        public string Safeguards { get; init; } = "Off";

        public Route ToRoute(MessagesRequest request) => new(Enum.Parse<Provider>(Provider), request.Model, Model)
        {
            Api = Enum.Parse<Api>(Api),
            Traits = KnownModels.Find(Model).With(new ModelTraits
            {
                MaxOutputTokens = MaxOutputTokens,
                Refuses = Refuses.Aggregate(RequestOption.None, static (all, name) => all | RequestOptions.Find(name)!.Value),
            }),
            ReadsThinkTags = ReadsThinkTags,
        };
    }
}
