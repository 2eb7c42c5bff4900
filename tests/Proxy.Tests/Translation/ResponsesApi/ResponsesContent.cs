using System.Text;
using System.Text.Json;

namespace Proxy.Tests.Translation.ResponsesApi;

/// <summary>Puts a response or its events together as any client of that API would: words by their deltas, calls by the final output.</summary>
internal sealed class ResponsesContent
{
    private readonly StringBuilder _text = new();
    private readonly StringBuilder _thinking = new();
    private readonly List<string> _calls = [];
    private JsonElement _usage;

    public void TakeEvent(JsonElement data)
    {
        switch (data.GetProperty("type").GetString())
        {
            case "response.output_text.delta": _text.Append(data.GetProperty("delta").GetString()); break;
            case "response.reasoning_text.delta" or "response.reasoning_summary_text.delta":
                _thinking.Append(data.GetProperty("delta").GetString());
                break;
            case "response.completed":
                var response = data.GetProperty("response");
                _usage = response.GetProperty("usage");
                foreach (var item in response.GetProperty("output").EnumerateArray())
                    TakeCall(item);
                break;
        }
    }

    public void TakeWhole(JsonElement response)
    {
        _usage = response.GetProperty("usage");
        foreach (var item in response.GetProperty("output").EnumerateArray())
        {
            TakeCall(item);
            if (item.GetProperty("type").GetString() == "message")
                TakeParts(item, "content", _text);
            if (item.GetProperty("type").GetString() == "reasoning")
                TakeParts(item, item.GetProperty("summary").GetArrayLength() > 0 ? "summary" : "content", _thinking);
        }
    }

    public ResponseContent ToContent() => new(
        _text.ToString(),
        _thinking.ToString(),
        string.Join(", ", _calls),
        _calls.Count > 0 ? "tool_use" : "end_turn",
        _usage.GetProperty("output_tokens").GetInt32(),
        _usage.GetProperty("input_tokens").GetInt32());

    private static void TakeParts(JsonElement item, string member, StringBuilder into)
    {
        foreach (var part in item.GetProperty(member).EnumerateArray())
            into.Append(part.GetProperty("text").GetString());
    }

    private void TakeCall(JsonElement item)
    {
        if (item.GetProperty("type").GetString() != "function_call")
            return;
        var input = JsonDocument.Parse(item.GetProperty("arguments").GetString()!).RootElement;
        _calls.Add($"{item.GetProperty("name").GetString()}({JsonSerializer.Serialize(input)})");
    }
}
