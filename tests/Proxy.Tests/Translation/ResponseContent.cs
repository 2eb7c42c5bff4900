using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Proxy.Tests.Translation;

/// <summary>What an Anthropic answer says, however well formed it is.</summary>
internal sealed record ResponseContent(string Text, string Thinking, string Calls, string? StopReason, int OutputTokens, int AllInputTokens)
{
    public static ResponseContent OfMessage(string json)
    {
        var message = JsonDocument.Parse(json).RootElement;
        var usage = new Dictionary<string, int>();
        Take(usage, message.GetProperty("usage"));
        return From(message.GetProperty("content").EnumerateArray(), message.GetProperty("stop_reason").GetString(), usage);
    }

    /// <summary>Puts a stream together by block index alone: the servers' own streams do not keep the order of events.</summary>
    public static ResponseContent OfStream(string frames)
    {
        var blocks = new SortedDictionary<int, (JsonObject Start, StringBuilder Content)>();
        string? stopReason = null;
        var usage = new Dictionary<string, int>();
        foreach (var line in frames.Split('\n').Where(line => line.StartsWith("data: {", StringComparison.Ordinal)))
        {
            var data = JsonDocument.Parse(line["data: ".Length..]).RootElement;
            switch (data.GetProperty("type").GetString())
            {
                case "content_block_start":
                    blocks[data.GetProperty("index").GetInt32()] =
                        (JsonNode.Parse(data.GetProperty("content_block").GetRawText())!.AsObject(), new StringBuilder());
                    break;
                case "content_block_delta":
                    var delta = data.GetProperty("delta").EnumerateObject()
                        .FirstOrDefault(member => member.Name is "text" or "thinking" or "partial_json");
                    if (delta.Value.ValueKind == JsonValueKind.String)
                        blocks[data.GetProperty("index").GetInt32()].Content.Append(delta.Value.GetString());
                    break;
                case "message_start":
                    Take(usage, data.GetProperty("message").GetProperty("usage"));
                    break;
                case "message_delta":
                    stopReason = data.GetProperty("delta").GetProperty("stop_reason").GetString();
                    Take(usage, data.GetProperty("usage"));
                    break;
            }
        }

        var content = blocks.Values.Select(block => JsonDocument.Parse(Finish(block.Start, block.Content.ToString()).ToJsonString()).RootElement);
        return From(content, stopReason, usage);
    }

    private static JsonObject Finish(JsonObject block, string content)
    {
        var type = block["type"]!.GetValue<string>();
        if (type == "tool_use")
            block["input"] = content.EndsWith('}') ? JsonNode.Parse(content) : new JsonObject();
        else
            block[type] = content;
        return block;
    }

    private static ResponseContent From(IEnumerable<JsonElement> blocks, string? stopReason, Dictionary<string, int> usage)
    {
        var content = blocks.ToLookup(block => block.GetProperty("type").GetString()!);
        var calls = content["tool_use"]
            .Select(call => $"{call.GetProperty("name").GetString()}({JsonSerializer.Serialize(call.GetProperty("input"))})");
        return new ResponseContent(
            string.Concat(content["text"].Select(block => block.GetProperty("text").GetString())),
            string.Concat(content["thinking"].Select(block => block.GetProperty("thinking").GetString())),
            string.Join(", ", calls),
            stopReason,
            usage["output_tokens"],
            usage.Where(count => count.Key is "input_tokens" or "cache_read_input_tokens" or "cache_creation_input_tokens")
                .Sum(count => count.Value));
    }

    /// <summary>Counts are cumulative: later ones overwrite.</summary>
    private static void Take(Dictionary<string, int> usage, JsonElement counts)
    {
        foreach (var count in counts.EnumerateObject().Where(count => count.Value.ValueKind == JsonValueKind.Number))
            usage[count.Name] = count.Value.GetInt32();
    }
}
