using System.Text;
using System.Text.Json;

namespace Proxy.Tests.Translation;

/// <summary>Puts a chat completion or its chunks together, the first choice of it, as any client of that API would.</summary>
internal sealed class ChatContent
{
    private readonly StringBuilder _text = new();
    private readonly StringBuilder _thinking = new();
    private readonly SortedDictionary<int, (string Name, StringBuilder Arguments)> _calls = [];
    private string? _finish;
    private int _outputTokens;
    private int _inputTokens;

    public void Take(JsonElement part)
    {
        if (part.TryGetProperty("usage", out var usage) && usage.ValueKind == JsonValueKind.Object)
        {
            _inputTokens = usage.GetProperty("prompt_tokens").GetInt32();
            _outputTokens = usage.GetProperty("completion_tokens").GetInt32();
        }

        foreach (var choice in part.GetProperty("choices").EnumerateArray().Where(choice => choice.GetProperty("index").GetInt32() == 0))
        {
            if (Text(choice, "finish_reason") is { } finish)
                _finish = finish;
            TakeMessage(choice.TryGetProperty("delta", out var delta) ? delta : choice.GetProperty("message"));
        }
    }

    public ResponseContent ToContent()
    {
        var calls = _calls.Values.Select(call => (call.Name, Input: ReadObject(call.Arguments.ToString()))).Where(call => call.Input is not null)
            .ToArray();
        return new ResponseContent(
            _text.ToString(),
            _thinking.ToString(),
            string.Join(", ", calls.Select(call => $"{call.Name}({JsonSerializer.Serialize(call.Input)})")),
            _finish == "length" ? "max_tokens" : calls.Length > 0 ? "tool_use" : "end_turn",
            _outputTokens,
            _inputTokens);
    }

    private void TakeMessage(JsonElement message)
    {
        _text.Append(Text(message, "content"));
        _thinking.Append(Text(message, "reasoning_content") ?? Text(message, "reasoning"));
        if (!message.TryGetProperty("tool_calls", out var calls) || calls.ValueKind != JsonValueKind.Array)
            return;
        var position = 0;
        foreach (var call in calls.EnumerateArray())
        {
            var index = call.TryGetProperty("index", out var given) ? given.GetInt32() : position;
            position++;
            var function = call.GetProperty("function");
            if (!_calls.ContainsKey(index))
                _calls[index] = (Text(function, "name")!, new StringBuilder());
            _calls[index].Arguments.Append(Text(function, "arguments"));
        }
    }

    private static string? Text(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? member.GetString() : null;

    /// <summary>Null when it is no complete object: the model was cut while it wrote.</summary>
    private static JsonElement? ReadObject(string json)
    {
        try
        {
            return JsonDocument.Parse(json).RootElement;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
