using System.Text;
using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Safeguards.Tools;

/// <summary>One text in a call's input, however deep.</summary>
/// <param name="name">Of the member that holds it, also of the one that holds a list of texts.</param>
internal sealed class ToolText(string name, string value, bool isTop)
{
    public string Name => name;

    public string Value => value;

    public bool IsTop => isTop;
}

/// <summary>The texts and switches of a call's input.</summary>
internal sealed class ToolInput
{
    private readonly List<string> _true = [];

    public List<ToolText> Texts { get; } = [];

    /// <exception cref="JsonFormatException">It is not a JSON object, or names a member twice, of which clients see one.</exception>
    public static ToolInput Read(ReadOnlySpan<byte> json)
    {
        var input = new ToolInput();
        var cursor = new JsonCursor(json);
        input.ReadObject(ref cursor, json, isTop: true);
        cursor.ExpectEnd();
        return input;
    }

    /// <returns>Null where the input has no such text.</returns>
    public string? Find(string name)
    {
        foreach (var text in Texts)
        {
            if (text.IsTop && text.Name == name)
                return text.Value;
        }

        return null;
    }

    public bool IsTrue(string name) => _true.Contains(name);

    private void ReadObject(ref JsonCursor cursor, ReadOnlySpan<byte> json, bool isTop)
    {
        var seen = new List<string>();
        cursor.BeginObject();
        while (cursor.NextMember(out var bytes))
        {
            var name = Encoding.UTF8.GetString(bytes);
            if (seen.Contains(name))
                throw cursor.Fail($"`{name}` stands twice");
            seen.Add(name);
            ReadValue(ref cursor, json, name, isTop);
        }
    }

    private void ReadValue(ref JsonCursor cursor, ReadOnlySpan<byte> json, string name, bool isTop)
    {
        switch (cursor.Peek())
        {
            case JsonKind.Text:
                Texts.Add(new ToolText(name, cursor.ReadText().ToString(json), isTop));
                break;
            case JsonKind.Object:
                ReadObject(ref cursor, json, isTop: false);
                break;
            case JsonKind.Array:
                cursor.BeginArray();
                while (cursor.NextElement())
                    ReadValue(ref cursor, json, name, isTop: false);
                break;
            case JsonKind.True:
                _true.Add(name);
                cursor.Skip();
                break;
            default:
                cursor.Skip();
                break;
        }
    }
}
