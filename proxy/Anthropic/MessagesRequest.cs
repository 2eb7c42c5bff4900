namespace ClaudeCodeProxy.Anthropic;

/// <summary>The body of <c>POST /v1/messages</c>. Its texts are slices of <see cref="Body"/>, which must stay untouched while the request is in use.</summary>
internal sealed record MessagesRequest
{
    public required ReadOnlyMemory<byte> Body { get; init; }

    public required string Model { get; init; }

    public int MaxTokens { get; init; }

    public bool Stream { get; init; }

    /// <summary>Reads a body; throws <see cref="ApiErrorException"/> naming the path of what is wrong in it.</summary>
    public static MessagesRequest Parse(ReadOnlyMemory<byte> body) => throw new NotImplementedException();
}
