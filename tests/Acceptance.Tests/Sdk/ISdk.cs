using System.Text.Json.Nodes;

namespace Acceptance.Tests.Sdk;

/// <summary>An official client library: requests and what it makes of their answers, in Anthropic's JSON.</summary>
internal interface ISdk
{
    Task<JsonNode> Create(string request, SdkOptions options);

    /// <param name="onText">Called with the first piece of text as soon as the client has it.</param>
    Task<JsonNode> Stream(string request, SdkOptions options, Action<string>? onText = null);

    Task<JsonNode> CountTokens(string request, SdkOptions options);

    /// <summary>All models, asked for in pages of this size.</summary>
    Task<JsonNode> Models(int pageSize, SdkOptions options);
}

/// <summary>Where the client asks, and how often.</summary>
internal sealed record SdkOptions(Uri Proxy, string Key)
{
    public int Retries { get; init; }
}

/// <summary>The client library threw.</summary>
/// <param name="status">0 for an error inside a stream.</param>
public sealed class SdkException(int status, string type, string message) : Exception($"{status} {type}: {message}")
{
    public int Status => status;

    public string Type => type;
}
