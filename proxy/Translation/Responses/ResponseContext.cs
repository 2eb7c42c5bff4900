using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using ClaudeCodeProxy.Anthropic.Requests;
using ClaudeCodeProxy.Anthropic.Responses;
using ClaudeCodeProxy.Providers;
using ClaudeCodeProxy.Routing;
using ClaudeCodeProxy.Translation.Checks;
using ClaudeCodeProxy.Translation.Tokens;
using ClaudeCodeProxy.Translation.Tools;

namespace ClaudeCodeProxy.Translation.Responses;

/// <summary>What a response's translation needs to know of its request. Everything is copied: the request's body may be given up before.</summary>
internal sealed record ResponseContext
{
    private ResponseContext()
    {
    }

    public required string MessageId { get; init; }

    /// <summary>The model's name as the client sent it; responses repeat it, whatever the upstream calls the model.</summary>
    public required string ClientModel { get; init; }

    public required string UpstreamModel { get; init; }

    /// <summary>For errors, which name the variables that the upstream is configured with.</summary>
    public required Route Route { get; init; }

    /// <summary>What the response comes in.</summary>
    public required Api Api { get; init; }

    /// <summary>The thinking stands between tags at the beginning of the text.</summary>
    public required bool ReadsThinkTags { get; init; }

    public required ThinkingOutput Thinking { get; init; }

    /// <summary>The model must be shown its thinking again, which the client carries for it, even unseen.</summary>
    public required bool KeepsHiddenThinking { get; init; }

    /// <summary>The client wants no content, only that the prompt is cached (<c>max_tokens: 0</c>).</summary>
    public required bool IsWarmUp { get; init; }

    /// <summary>A JSON array that says of the checks that the client asked for that they are not made; empty where it asked for none.</summary>
    public required byte[] UnsupportedSafeguards { get; init; }

    /// <summary>The check of the response's calls; null where none is asked for or made.</summary>
    public CallChecks? Checks { get; init; }

    /// <summary>
    /// For upstreams that do not count, and for the start of streams, which comes before any count. Rough where it is unlikely to be needed: the
    /// good estimate is an eighth of what a response costs.
    /// </summary>
    public required int EstimatedInputTokens { get; init; }

    /// <summary>By the length of the texts alone.</summary>
    public required bool IsEstimateRough { get; init; }

    public required ToolNames ToolNames { get; init; }

    public required ImmutableArray<string> StopSequences { get; init; }

    /// <param name="messageId">A fresh id that begins with <c>msg_</c>.</param>
    public static ResponseContext Create(MessagesRequest request, Route route, string messageId)
    {
        var source = request.Body.Span;
        var sequences = ImmutableArray.CreateBuilder<string>(request.StopSequences.Length);
        foreach (var sequence in request.StopSequences)
            sequences.Add(sequence.ToString(source));
        var isRough = !request.Stream && !PromptTruncation.IsUsual(route);
        return new ResponseContext
        {
            MessageId = messageId,
            Route = route,
            ClientModel = route.ClientModel,
            UpstreamModel = route.UpstreamModel,
            Api = route.Api,
            ReadsThinkTags = route.ReadsThinkTags,
            Thinking = ThinkingOutputs.Find(request.Thinking),
            KeepsHiddenThinking = route.Api == Api.ChatCompletions && route.Replay != ReasoningReplay.Never,
            IsWarmUp = request.MaxTokens == 0,
            UnsupportedSafeguards = SafeguardResults.Unsupported(request.Safeguards.Types, source),
            EstimatedInputTokens = isRough ? TokenEstimate.RoughInputTokens(request) : TokenEstimate.InputTokens(request),
            IsEstimateRough = isRough,
            ToolNames = ToolNames.Create(request),
            StopSequences = sequences.MoveToImmutable(),
        };
    }

    // Nobody compares or prints contexts, and the code for it would be long.
    public bool Equals(ResponseContext? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    public override string ToString() => nameof(ResponseContext);
}
