using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Anthropic.Responses;

/// <summary>Tokens that a response took. Clients take the sum of the three input counts for the context in use.</summary>
/// <param name="ThinkingTokens">The part of the output tokens that was spent on thinking.</param>
internal readonly record struct Usage(int InputTokens, int CacheCreationTokens, int CacheReadTokens, int OutputTokens, int ThinkingTokens)
{
    /// <summary>Searches that the provider made for the response.</summary>
    public int WebSearches { get; init; }

    public void Write(ref JsonWriter json)
    {
        json.Raw("{\"input_tokens\":"u8);
        json.Number(InputTokens);
        json.Raw(",\"cache_creation_input_tokens\":"u8);
        json.Number(CacheCreationTokens);
        json.Raw(",\"cache_read_input_tokens\":"u8);
        json.Number(CacheReadTokens);
        json.Raw(",\"output_tokens\":"u8);
        json.Number(OutputTokens);
        if (ThinkingTokens > 0)
        {
            json.Raw(",\"output_tokens_details\":{\"thinking_tokens\":"u8);
            json.Number(ThinkingTokens);
            json.Raw("}"u8);
        }

        if (WebSearches > 0)
        {
            json.Raw(",\"server_tool_use\":{\"web_search_requests\":"u8);
            json.Number(WebSearches);
            json.Raw(",\"web_fetch_requests\":0}"u8);
        }

        json.Raw("}"u8);
    }
}
