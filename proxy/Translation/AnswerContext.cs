using ClaudeCodeProxy.Anthropic;

namespace ClaudeCodeProxy.Translation;

/// <summary>What an answer's translation needs to know of its request; it outlives the request's body.</summary>
internal sealed record AnswerContext
{
    private AnswerContext()
    {
    }

    public required string MessageId { get; init; }

    public required string ClientModel { get; init; }

    public required int EstimatedInputTokens { get; init; }

    /// <param name="messageId">A fresh id that begins with <c>msg_</c>.</param>
    public static AnswerContext For(MessagesRequest request, Route route, string messageId) => new()
    {
        MessageId = messageId,
        ClientModel = route.ClientModel,
        EstimatedInputTokens = TokenEstimate.InputTokens(request),
    };
}
