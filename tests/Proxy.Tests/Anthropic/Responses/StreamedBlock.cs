using System.Text;
using System.Text.Json;

namespace Proxy.Tests.Anthropic.Responses;

/// <summary>One block of a <see cref="StreamedResponse"/>.</summary>
internal sealed class StreamedBlock(string type, JsonElement start)
{
    private readonly StringBuilder _content = new();

    public string Type => type;

    public string Id => start.GetProperty("id").GetString()!;

    public string Name => start.GetProperty("name").GetString()!;

    /// <summary>Its text, thoughts, or input as JSON.</summary>
    public string Content => _content.ToString();

    public string? Signature { get; set; }

    /// <summary>The addresses of the pages that it is based on.</summary>
    public List<string> Citations { get; } = [];

    public JsonElement Start => start;

    public int Deltas { get; private set; }

    public bool IsClosed { get; private set; }

    public void Append(string piece)
    {
        _content.Append(piece);
        Deltas++;
    }

    public void Close()
    {
        if ((type is "tool_use" or "server_tool_use") && JsonDocument.Parse(Content).RootElement.ValueKind != JsonValueKind.Object)
            throw new InvalidOperationException($"broken rule: a closed call holds one JSON object, not {Content}");
        IsClosed = true;
    }
}
