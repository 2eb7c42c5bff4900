using System.Buffers;
using System.Text;

namespace ClaudeCodeProxy.Json;

/// <summary>Cuts and replacements in a JSON text of which everything else is copied byte for byte.</summary>
internal sealed class ByteEdits
{
    private readonly List<(int Start, int End, string Replacement)> _edits = [];

    public void Cut(int start, int end) => _edits.Add((start, end, ""));

    /// <param name="plain">Goes between the quotes that stand there.</param>
    public void Replace(int start, int end, string plain) => _edits.Add((start, end, plain));

    public void Apply(ReadOnlySpan<byte> text, IBufferWriter<byte> output)
    {
        var json = new JsonWriter(output, text);
        var position = 0;
        foreach (var (start, end, replacement) in _edits.OrderBy(edit => edit.Start))
        {
            json.Raw(text[position..start]);
            json.Escape(Encoding.UTF8.GetBytes(replacement));
            position = end;
        }

        json.Raw(text[position..]);
        json.Commit();
    }
}
