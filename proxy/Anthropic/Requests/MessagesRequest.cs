using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using ClaudeCodeProxy.Anthropic.Errors;
using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Anthropic.Requests;

/// <summary>
/// The body of <c>POST /v1/messages</c>. Its texts are slices of <see cref="Body"/>, which must stay untouched while the request is in use.
/// </summary>
internal sealed record MessagesRequest
{
    public required ReadOnlyMemory<byte> Body { get; init; }

    public required string Model { get; init; }

    /// <summary>0 asks for no response, only that the prompt is cached. Null only in a request to count tokens.</summary>
    public int? MaxTokens { get; init; }

    public bool Stream { get; init; }

    /// <summary>The response is wanted sooner, at a higher price (<c>speed: fast</c>).</summary>
    public bool IsFast { get; init; }

    /// <summary>The checks of tool calls that the client asks for.</summary>
    public SafeguardsOption Safeguards { get; init; } = SafeguardsOption.None;

    /// <summary>Text blocks; a plain string is one block.</summary>
    public ImmutableArray<ContentBlock> System { get; init; } = [];

    public required ImmutableArray<Message> Messages { get; init; }

    public ImmutableArray<Tool> Tools { get; init; } = [];

    public ToolChoice? ToolChoice { get; init; }

    public Thinking? Thinking { get; init; }

    /// <summary>How much work to put into the response (<c>output_config.effort</c>): low, medium, high, …</summary>
    public JsonText Effort { get; init; }

    /// <summary>The JSON schema that the response must follow (<c>output_config.format.schema</c>).</summary>
    public JsonValue OutputSchema { get; init; }

    public ImmutableArray<JsonText> StopSequences { get; init; } = [];

    public JsonValue Temperature { get; init; }

    public JsonValue TopP { get; init; }

    public JsonText UserId { get; init; }

    /// <summary>Names the client's conversation, and the agent in it that asks; null when the client names none.</summary>
    public string? Session { get; init; }

    /// <summary>Names of members that this proxy cannot translate and a client would miss, such as <c>mcp_servers</c>.</summary>
    public ImmutableArray<string> UnreadOptions { get; init; } = [];

    /// <summary>Reads the body of a messages call; throws <see cref="ApiErrorException"/> naming the path of what is wrong in it.</summary>
    /// <param name="known">Tools that need not be read again; null for none.</param>
    public static MessagesRequest Parse(ReadOnlyMemory<byte> body, KnownTools? known = null)
    {
        var request = RequestReader.Read(body, known);
        if (request.MaxTokens is null or < 0)
            throw new ApiErrorException(ApiError.InvalidRequest("max_tokens: expected a whole number from 0"));
        return request;
    }

    /// <summary>Reads the body of a count_tokens call, which needs no max_tokens.</summary>
    public static MessagesRequest ParseCountTokens(ReadOnlyMemory<byte> body) => RequestReader.Read(body);

    // Nobody compares or prints requests, and the code for it would be long.
    public bool Equals(MessagesRequest? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    public override string ToString() => nameof(MessagesRequest);
}
