using System.Text;

namespace ClaudeCodeProxy.Json;

/// <summary>Cuts and replacements in a JSON text of which everything else is copied byte for byte.</summary>
internal sealed class ByteEdits
{
    private List<ByteEdit>? _edits;

    public void Cut(int start, int end) => ReplaceRaw(start, end, "");

    public void Insert(int position, string json) => ReplaceRaw(position, position, json);

    public void ReplaceRaw(int start, int end, string json) => Add(new ByteEdit(start, end, json, isPlain: false));

    /// <param name="plain">Goes between the quotes that stand there.</param>
    public void Replace(int start, int end, string plain) => Add(new ByteEdit(start, end, plain, isPlain: true));

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
        foreach (var edit in _edits ?? [])
        {
            json.Raw(text[position..edit.Start]);
            Write(ref json, Encoding.UTF8.GetBytes(edit.Replacement), edit.IsPlain);
            position = edit.End;
        }

        json.Raw(text[position..(part.Start + part.Length)]);
    }

    /// <summary>They come nearly in the order of the text, in which they are kept.</summary>
    private void Add(ByteEdit edit)
    {
        _edits ??= [];
        var index = _edits.Count;
        while (index > 0 && _edits[index - 1].Start > edit.Start)
            index--;
        _edits.Insert(index, edit);
    }

    private static void Write(ref JsonWriter json, ReadOnlySpan<byte> replacement, bool isPlain)
    {
        if (isPlain)
            json.Escape(replacement);
        else
            json.Raw(replacement);
    }
}
