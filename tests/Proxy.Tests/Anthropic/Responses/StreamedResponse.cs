using System.Text;
using System.Text.Json;
using Proxy.Tests.Schemas;

namespace Proxy.Tests.Anthropic.Responses;

/// <summary>
/// A streamed answer as a client puts it together. Reading one checks every rule of its events: frames, order, indices, one open block, types, and
/// that a closed tool call holds one JSON object. A broken rule throws.
/// </summary>
internal sealed class StreamedResponse
{
    private readonly List<StreamedBlock> _blocks = [];
    private bool _hasDelta;

    public IReadOnlyList<StreamedBlock> Blocks => _blocks;

    public JsonElement? Message { get; private set; }

    public string? StopReason { get; private set; }

    public string? StopSequence { get; private set; }

    public JsonElement? Usage { get; private set; }

    public (string Type, string Message)? Error { get; private set; }

    public bool IsComplete { get; private set; }

    public int Pings { get; private set; }

    public string Text => string.Concat(_blocks.Where(block => block.Type == "text").Select(block => block.Content));

    public string Thinking => string.Concat(_blocks.Where(block => block.Type == "thinking").Select(block => block.Content));

    public IEnumerable<StreamedBlock> Calls => _blocks.Where(block => block.Type == "tool_use");

    private StreamedBlock? Open => _blocks.LastOrDefault(block => !block.IsClosed);

    public static StreamedResponse Read(ReadOnlySpan<byte> frames)
    {
        var answer = new StreamedResponse();
        var text = Encoding.UTF8.GetString(frames);
        Rule(text.Length == 0 || text.EndsWith("\n\n", StringComparison.Ordinal), "the last frame is whole");
        foreach (var frame in text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
            answer.TakeFrame(frame);
        return answer;
    }

    /// <param name="frame">Without the empty line that ends it.</param>
    public void TakeFrame(string frame)
    {
        var lines = frame.Split('\n');
        Rule(lines.Length == 2 && lines[0].StartsWith("event: ", StringComparison.Ordinal)
            && lines[1].StartsWith("data: ", StringComparison.Ordinal), $"two lines: {frame}");
        WireSchema.Event.Check(UntypedMembers.TakeOut(lines[1]["data: ".Length..]));
        var data = JsonDocument.Parse(lines[1]["data: ".Length..]).RootElement;
        Rule(lines[0]["event: ".Length..] == data.GetProperty("type").GetString(), $"the event's name is its type: {frame}");
        Take(data);
    }

    private static void Rule(bool holds, string rule)
    {
        if (!holds)
            throw new InvalidOperationException($"broken rule: {rule}");
    }

    private void Take(JsonElement data)
    {
        Rule(!IsComplete && Error is null, "nothing follows the end");
        var type = data.GetProperty("type").GetString();
        if (type is not ("ping" or "error" or "message_start"))
            Rule(Message is not null, $"{type} comes after message_start");
        if (type is not ("ping" or "error" or "message_stop"))
            Rule(!_hasDelta, $"{type} comes before message_delta");
        switch (type)
        {
            case "ping": Pings++; break;
            case "message_start": TakeStart(data.GetProperty("message")); break;
            case "content_block_start": TakeBlock(data); break;
            case "content_block_delta": TakeDelta(data); break;
            case "content_block_stop": TakeStop(data); break;
            case "message_delta": TakeMessageDelta(data); break;
            case "error":
                var error = data.GetProperty("error");
                Error = (error.GetProperty("type").GetString()!, error.GetProperty("message").GetString()!);
                break;
            case "message_stop":
                Rule(_hasDelta, "message_stop comes after message_delta");
                IsComplete = true;
                break;
            default: throw new InvalidOperationException($"unknown event {type}");
        }
    }

    private void TakeStart(JsonElement message)
    {
        Rule(Message is null, "one message_start");
        Rule(message.GetProperty("id").GetString()!.StartsWith("msg_", StringComparison.Ordinal), "the id begins with msg_");
        Rule(message.GetProperty("usage").GetProperty("input_tokens").GetInt32() > 0, "input tokens are estimated at the start");
        Message = message;
    }

    private void TakeBlock(JsonElement data)
    {
        Rule(Open is null, "one block is open at a time");
        Rule(data.GetProperty("index").GetInt32() == _blocks.Count, "indices are contiguous from 0");
        var block = data.GetProperty("content_block");
        var type = block.GetProperty("type").GetString()!;
        switch (type)
        {
            case "text": Rule(block.GetProperty("text").GetString() == "", "a text starts empty"); break;
            case "thinking":
                Rule(block.GetProperty("thinking").GetString() == "" && block.GetProperty("signature").GetString() == "", "thinking starts empty");
                break;
            case "server_tool_use":
                var isSearchId = block.GetProperty("id").GetString()!.StartsWith("srvtoolu_", StringComparison.Ordinal);
                Rule(isSearchId, "a search's id begins with srvtoolu_");
                break;
            case "web_search_tool_result":
                var isOfSearch = _blocks[^1].Type == "server_tool_use" && block.GetProperty("tool_use_id").GetString() == _blocks[^1].Id;
                Rule(isOfSearch, "a search's result follows it");
                break;
            default:
                Rule(type == "tool_use" && block.GetProperty("input").GetRawText() == "{}", "a call starts with an empty input");
                Rule(block.GetProperty("id").GetString()!.StartsWith("toolu_", StringComparison.Ordinal), "a call's id begins with toolu_");
                Rule(block.GetProperty("name").GetString()!.Length > 0, "a call has a name");
                break;
        }

        _blocks.Add(new StreamedBlock(type, block));
    }

    private void TakeDelta(JsonElement data)
    {
        Rule(Open is not null && data.GetProperty("index").GetInt32() == _blocks.Count - 1, "a delta belongs to the open block");
        var delta = data.GetProperty("delta");
        Rule(Open!.Signature is null, "nothing follows a signature");
        if (Open.Type == "thinking" && delta.TryGetProperty("signature", out var signature))
        {
            Open.Signature = signature.GetString();
            return;
        }

        if (Open.Type == "text" && delta.TryGetProperty("citation", out var citation))
        {
            Open.Citations.Add(citation.GetProperty("url").GetString()!);
            return;
        }

        var (type, member) = Open.Type switch
        {
            "text" => ("text_delta", "text"),
            "thinking" => ("thinking_delta", "thinking"),
            _ => ("input_json_delta", "partial_json"),
        };
        Rule(delta.GetProperty("type").GetString() == type, "a delta is of its block's kind");
        Open.Append(delta.GetProperty(member).GetString()!);
    }

    private void TakeStop(JsonElement data)
    {
        Rule(Open is not null && data.GetProperty("index").GetInt32() == _blocks.Count - 1, "only the open block is closed");
        Open!.Close();
    }

    private void TakeMessageDelta(JsonElement data)
    {
        var delta = data.GetProperty("delta");
        StopReason = delta.GetProperty("stop_reason").GetString();
        StopSequence = delta.GetProperty("stop_sequence").GetString();
        Usage = data.GetProperty("usage");
        var isCut = StopReason is "max_tokens" or "refusal" or "model_context_window_exceeded";
        Rule(isCut || StopReason is "end_turn" or "stop_sequence" or "tool_use", "the stop reason is one of Anthropic's");
        Rule(Open is null || (Open.Type == "tool_use" && isCut), "only a call that was cut stays open");
        Rule(StopReason == "stop_sequence" == StopSequence is not null, "the stop sequence is named exactly when it was met");
        _hasDelta = true;
    }
}
