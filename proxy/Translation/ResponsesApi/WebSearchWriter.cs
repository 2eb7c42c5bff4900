using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.OpenAI;

namespace ClaudeCodeProxy.Translation.ResponsesApi;

/// <summary>
/// Writes what a provider's own web search found as Anthropic's blocks do. What Anthropic encrypts for itself is empty: the provider gives nothing of
/// the kind.
/// </summary>
internal static class WebSearchWriter
{
    public static byte[] Id(ReadOnlySpan<byte> upstreamId) => [.. "srvtoolu_"u8, .. upstreamId];

    /// <summary>The block with a search's results.</summary>
    public static byte[] Found(ReadOnlySpan<byte> source, ReadOnlySpan<byte> id, ResponsesItem item, WebSearchAction action)
    {
        using var output = new PooledBuffer();
        var json = new JsonWriter(output, source);
        json.Raw("{\"type\":\"web_search_tool_result\",\"tool_use_id\":\""u8);
        json.Raw(id);
        json.Raw("\",\"caller\":{\"type\":\"direct\"},\"content\":"u8);
        if (item.Status.Is(source, "failed"u8))
            json.Raw("{\"type\":\"web_search_tool_result_error\",\"error_code\":\"unavailable\"}"u8);
        else
            WriteSources(ref json, action.Sources);
        json.Raw("}"u8);
        json.Commit();
        return output.WrittenSpan.ToArray();
    }

    public static byte[] Citation(ReadOnlySpan<byte> source, UrlCitation citation)
    {
        using var output = new PooledBuffer();
        var json = new JsonWriter(output, source);
        json.Raw("{\"type\":\"web_search_result_location\",\"cited_text\":\"\",\"encrypted_index\":\"\""u8);
        WritePage(ref json, citation);
        json.Raw("}"u8);
        json.Commit();
        return output.WrittenSpan.ToArray();
    }

    private static void WriteSources(ref JsonWriter json, JsonValue sources)
    {
        json.Raw("["u8);
        if (sources.IsPresent)
        {
            foreach (var page in new JsonElements<UrlCitation>(json.Source, sources))
            {
                if (page.Url.IsEmpty)
                    continue;
                json.Comma();
                json.Raw("{\"type\":\"web_search_result\",\"encrypted_content\":\"\",\"page_age\":null"u8);
                WritePage(ref json, page);
                json.Raw("}"u8);
            }
        }

        json.Raw("]"u8);
    }

    private static void WritePage(ref JsonWriter json, UrlCitation page)
    {
        json.Raw(",\"title\":"u8);
        json.Text(page.Title.IsEmpty ? page.Url : page.Title);
        json.Raw(",\"url\":"u8);
        json.Text(page.Url);
    }
}
