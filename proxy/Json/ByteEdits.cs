using System.Text;

namespace ClaudeCodeProxy.Json;

/// <summary>Cuts and replacements in a JSON text of which everything else is copied byte for byte.</summary>
internal sealed class ByteEdits
{
    private List<(int Start, int End, string Replacement, bool IsPlain)>? _edits;

    public void Cut(int start, int end) => ReplaceRaw(start, end, "");

    public void Insert(int position, string json) => ReplaceRaw(position, position, json);

    public void ReplaceRaw(int start, int end, string json) => (_edits ??= []).Add((start, end, json, false));

    /// <param name="plain">Goes between the quotes that stand there.</param>
    public void Replace(int start, int end, string plain) => (_edits ??= []).Add((start, end, plain, true));

    /// <summary>Gives a member another name.</summary>
    /// <param name="start">Of the name, with its quotes.</param>
    public void Rename(ReadOnlySpan<byte> text, int start, string plain)
    {
        var name = new JsonCursor(text, start).ReadText();
        Replace(name.Start, name.Start + name.Length, plain);
    }

    /// <summary>Writes a part of the text as edited. Where several edits begin, all but the last must be insertions.</summary>
    public void Apply(ref JsonWriter json, ReadOnlySpan<byte> text, JsonValue part)
    {
        var position = part.Start;
        if (_edits is not null)
        {
            foreach (var (start, end, replacement, isPlain) in _edits.OrderBy(static edit => edit.Start))
            {
                json.Raw(text[position..start]);
                Write(ref json, Encoding.UTF8.GetBytes(replacement), isPlain);
                position = end;
            }
        }

        json.Raw(text[position..(part.Start + part.Length)]);
    }

    private static void Write(ref JsonWriter json, ReadOnlySpan<byte> replacement, bool isPlain)
    {
        if (isPlain)
            json.Escape(replacement);
        else
            json.Raw(replacement);
    }
}
