using System.Text.Json;
using ClaudeCodeProxy.Anthropic.Conversations;
using ClaudeCodeProxy.Anthropic.Errors;
using ClaudeCodeProxy.Anthropic.Requests;
using ClaudeCodeProxy.Configuration;
using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.Providers;
using ClaudeCodeProxy.Providers.Models;
using ClaudeCodeProxy.Routing;
using ClaudeCodeProxy.Translation;
using ClaudeCodeProxy.Translation.Checks;
using ClaudeCodeProxy.Translation.Responses;

namespace Bench.Fuzzing;

/// <summary>A client's body: refused with an error of the API, or translated to a JSON object for each kind of upstream.</summary>
internal sealed class RequestTarget : FuzzTarget
{
    private static readonly Provider[] Providers = [.. Enum.GetValues<Provider>().Where(provider => provider != Provider.Anthropic)];
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 256 };

    public override string Name => "request";

    public override string? Traces => "request.json";

    public override void Take(byte[] input)
    {
        try
        {
            var request = Conversation.Resolve(MessagesRequest.Parse(input));
            var provider = Providers[Choose(input, Providers.Length)];
            var traits = new ModelTraits { Reasons = input.Length % 2 == 0 };
            var route = new Route(provider, request.Model, "model") { Traits = traits };
            using var output = new PooledBuffer();
            RequestTranslator.Translate(request, route, output);
            using var upstream = JsonDocument.Parse(output.WrittenMemory, Deep);
            if (upstream.RootElement.GetProperty("messages").ValueKind != JsonValueKind.Array)
                throw new InvalidDataException("no messages");
            if (ResponseContext.Create(request, route, "msg_fuzz").EstimatedInputTokens < 1)
                throw new InvalidDataException("an estimate below 1");
            Check(request);
        }
        catch (ApiErrorException)
        {
            // The client is told what is wrong.
        }
    }

    /// <summary>Whatever a client says of its place, its calls can be judged, and a model can be asked.</summary>
    private static void Check(MessagesRequest request)
    {
        if (CallChecks.Create(request, SafeguardMode.Model) is not { } checks)
            return;
        checks.Add("toolu_1"u8.ToArray(), "Bash"u8, "{\\\"command\\\":\\\"ls\\\"}"u8);
        using var results = JsonDocument.Parse(checks.Results());
        if (checks.Question?.Write("model", checks.Calls, checks.Calls, isPlain: false) is { } question)
            MessagesRequest.Parse(question);
    }
}
