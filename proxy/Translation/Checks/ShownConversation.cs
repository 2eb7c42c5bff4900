using ClaudeCodeProxy.Anthropic.Requests;
using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Translation.Checks;

/// <summary>
/// What a model is shown of a conversation when it judges calls: the user's words and the agent's earlier calls, the newest as far as there is room.
/// No results of tools and no words of the agent, so that what stands in a file cannot persuade it.
/// </summary>
internal sealed class ShownConversation
{
    private const int MaxCharacters = 24_000;
    private const int MaxEntry = 2000;

    /// <summary>Tools that only look, and say little of what the agent is about.</summary>
    private static readonly string[] Looking = ["Read", "Glob", "Grep", "LS", "TodoWrite", "ToolSearch"];

    private readonly List<string> _words = [];

    private ShownConversation(byte[] json) => Json = json;

    /// <summary><c>[{"user":"…"},{"tool":"Bash","input":{…}},{"tool":"Bash","input":{…},"was_refused":true}]</c>, the oldest first.</summary>
    public byte[] Json { get; private set; }

    /// <param name="refusedCalls">The ids of the calls that were refused before, a JSON array.</param>
    public static ShownConversation Create(MessagesRequest request, ReadOnlySpan<byte> refusedCalls)
    {
        var shown = new ShownConversation([]);
        var entries = new List<byte[]>();
        var left = MaxCharacters;
        for (var index = request.Messages.Length - 1; index >= 0 && left > 0; index--)
        {
            var message = request.Messages[index];
            for (var place = message.Content.Length - 1; place >= 0 && left > 0; place--)
            {
                if (shown.Write(message, message.Content[place], request.Body.Span, refusedCalls) is not { } entry)
                    continue;
                left -= entry.Length;
                if (left >= 0)
                    entries.Add(entry);
            }
        }

        entries.Reverse();
        shown.Json = Join(entries);
        return shown;
    }

    /// <summary>Whether the user really said something that a model rests on.</summary>
    public bool HoldsUserWords(string quote)
    {
        var wanted = Normalize(quote);
        return wanted.Length >= 4 && _words.Exists(words => words.Contains(wanted, StringComparison.OrdinalIgnoreCase));
    }

    private byte[]? Write(Message message, ContentBlock block, ReadOnlySpan<byte> source, ReadOnlySpan<byte> refusedCalls) => block switch
    {
        TextBlock text when message is { Role: Role.User, IsSummary: false } => WriteWords(UserWords.Find(text.Text.ToString(source))),
        ToolUseBlock call when message.Role == Role.Assistant => WriteCall(call, source, refusedCalls),
        _ => null,
    };

    private byte[]? WriteWords(string words)
    {
        if (words.Length == 0)
            return null;
        if (words.Length > MaxEntry)
            words = words[..MaxEntry] + "…";
        _words.Add(Normalize(words));
        using var entry = new PooledBuffer(256);
        var json = new JsonWriter(entry, default);
        json.Raw("{\"user\":"u8);
        json.Text(words);
        json.Raw("}"u8);
        json.Commit();
        return entry.WrittenSpan.ToArray();
    }

    private static byte[]? WriteCall(ToolUseBlock call, ReadOnlySpan<byte> source, ReadOnlySpan<byte> refusedCalls)
    {
        if (Array.IndexOf(Looking, call.Name.ToString(source)) >= 0)
            return null;
        using var entry = new PooledBuffer(256);
        var json = new JsonWriter(entry, source);
        json.Raw("{\"tool\":"u8);
        json.Text(call.Name);
        json.Raw(",\"input\":"u8);
        WriteInput(ref json, call.Input);
        if (refusedCalls.IndexOf([(byte)'"', .. call.Id.In(source), (byte)'"']) >= 0)
            json.Raw(",\"was_refused\":true"u8);
        json.Raw("}"u8);
        json.Commit();
        return entry.WrittenSpan.ToArray();
    }

    /// <summary>A long one is cut, and stands there as a text.</summary>
    private static void WriteInput(ref JsonWriter json, JsonValue input)
    {
        if (!input.IsPresent)
            json.Raw("{}"u8);
        else if (input.Length <= MaxEntry)
            json.Value(input);
        else
            json.Text(System.Text.Encoding.UTF8.GetString(input.In(json.Source)[..MaxEntry]) + "…");
    }

    private static byte[] Join(List<byte[]> entries)
    {
        using var all = new PooledBuffer(4096);
        var json = new JsonWriter(all, default);
        json.Raw("["u8);
        foreach (var entry in entries)
        {
            json.Comma();
            json.Raw(entry);
        }

        json.Raw("]"u8);
        json.Commit();
        return all.WrittenSpan.ToArray();
    }

    /// <summary>White space is not what a quote must keep.</summary>
    private static string Normalize(string text) => string.Join(' ', text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
}
