using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.Providers;

namespace ClaudeCodeProxy.Translation.Content;

/// <summary>The content of a user message or a tool's output: one string, which every server takes, or parts where pictures are among it.</summary>
internal struct UserContent(bool inParts, Dialect dialect)
{
    private bool _any;

    public readonly void Begin(ref JsonWriter json) => json.Raw(inParts ? "["u8 : "\""u8);

    public readonly void End(ref JsonWriter json) => json.Raw(inParts ? "]"u8 : "\""u8);

    public void BeginText(ref JsonWriter json)
    {
        if (inParts)
            json.Comma();
        else if (_any)
            json.Raw("\\n"u8);
        if (inParts)
            json.Raw(dialect.HasInputParts ? "{\"type\":\"input_text\",\"text\":\""u8 : "{\"type\":\"text\",\"text\":\""u8);
        _any = true;
    }

    public readonly void EndText(ref JsonWriter json)
    {
        if (inParts)
            json.Raw("\"}"u8);
    }
}
