using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Bench.Fuzzing;

/// <summary>The order of an Anthropic stream: one start, blocks one after the other, one end. Only a call that was cut may stay open.</summary>
internal sealed partial class EventGrammar
{
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 256 };
    private readonly StringBuilder _call = new();
    private string _state = "before";
    private string? _open;
    private int _blocks;

    public static void Check(string frames)
    {
        var grammar = new EventGrammar();
        foreach (var frame in frames.Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            if (frame.Split('\n') is not [var name, var data]
                || !name.StartsWith("event: ", StringComparison.Ordinal)
                || !data.StartsWith("data: ", StringComparison.Ordinal))
            {
                throw new InvalidDataException($"no frame: {frame}");
            }

            using var json = JsonDocument.Parse(data["data: ".Length..], Deep);
            grammar.Take(name["event: ".Length..], json.RootElement);
        }

        if (grammar._state != "ended")
            throw new InvalidDataException($"the stream has no end: {frames}");
    }

    private void Take(string name, JsonElement data)
    {
        if (data.GetProperty("type").GetString() != name)
            throw new InvalidDataException($"{name} is {data}");
        _state = (_state, name) switch
        {
            ("before" or "started" or "told", "error") => "ended",
            ("before" or "started" or "told", "ping") => _state,
            ("before", "message_start") => "started",
            ("started", "content_block_start") => Open(data),
            ("started", "content_block_delta") => Add(data),
            ("started", "content_block_stop") => Close(data),
            ("started", "message_delta") when _open is null or "tool_use" => "told",
            ("told", "message_stop") => "ended",
            _ => throw new InvalidDataException($"{name} when the stream is {_state}"),
        };
    }

    private string Open(JsonElement data)
    {
        if (_open is not null || data.GetProperty("index").GetInt32() != _blocks)
            throw new InvalidDataException($"out of turn: {data}");
        _open = data.GetProperty("content_block").GetProperty("type").GetString();
        _call.Clear();
        return _state;
    }

    private string Add(JsonElement data)
    {
        var delta = data.GetProperty("delta");
        var type = delta.GetProperty("type").GetString();
        var fits = (_open, type) is ("text", "text_delta" or "citations_delta") or ("thinking", "thinking_delta" or "signature_delta") or (
            "tool_use" or "server_tool_use", "input_json_delta");
        if (!fits || data.GetProperty("index").GetInt32() != _blocks)
            throw new InvalidDataException($"of no open block: {data}");
        if (type == "input_json_delta")
            _call.Append(delta.GetProperty("partial_json").GetRawText()[1..^1]);
        return _state;
    }

    private string Close(JsonElement data)
    {
        if (_open is null || data.GetProperty("index").GetInt32() != _blocks)
            throw new InvalidDataException($"nothing to close: {data}");
        if (_open == "tool_use")
        {
            using var input = JsonDocument.Parse(Unescape(_call.ToString()), Deep);
            if (input.RootElement.ValueKind != JsonValueKind.Object)
                throw new InvalidDataException($"a closed call holds {_call}");
        }

        _open = null;
        _blocks++;
        return _state;
    }

    /// <summary>Half a surrogate pair is passed on as it came, since the other half can be in the next piece; this reader wants whole ones.</summary>
    private static string Unescape(string text) =>
        JsonSerializer.Deserialize<string>($"\"{Escape().Replace(text, escape => escape.Length > 2 ? "?" : escape.Value)}\"")!;

    [GeneratedRegex(@"\\(u[dD][89a-fA-F][0-9a-fA-F]{2}|.)")]
    private static partial Regex Escape();
}
