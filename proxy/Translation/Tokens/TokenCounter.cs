using System.Buffers;
using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Translation.Tokens;

/// <summary>
/// Adds up what the texts of a request are in tokens: escaped JSON in UTF-8. Of long texts a fifth is looked at, so that counting costs a fraction of
/// reading the request.
/// </summary>
/// <param name="isMeasuredOnly">Texts are not looked at, only <see cref="Bytes"/> are counted.</param>
internal struct TokenCounter(bool isMeasuredOnly = false)
{
    private const int LongText = 8192;
    private const int Stretch = 128;

    /// <summary>Of each so many stretches, four are looked at side by side.</summary>
    private const int Group = 20 * Stretch;

    private long _hundredths;

    public long Bytes { get; private set; }

    public readonly int Tokens => (int)(_hundredths / 100);

    public void Add(ReadOnlySpan<byte> text)
    {
        Bytes += text.Length;
        if (isMeasuredOnly)
            return;
        if (HasUnicodeEscapes(text))
            AddUnescaped(text);
        else
            AddPlain(text);
    }

    private void AddPlain(ReadOnlySpan<byte> text) => _hundredths += text.Length > LongText ? Sample(text) : TokenTable.Instance.Weigh(text);

    /// <summary>Some clients send all that is not ASCII as <c>\uXXXX</c>, and some only quotes and the signs of HTML.</summary>
    private void AddUnescaped(ReadOnlySpan<byte> text)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(text.Length);
        AddPlain(buffer.AsSpan(0, JsonEscapes.Unescape(text, buffer)));
        ArrayPool<byte>.Shared.Return(buffer);
    }

    private static bool HasUnicodeEscapes(ReadOnlySpan<byte> text)
    {
        if (text.Length <= LongText)
            return text.IndexOf("\\u"u8) >= 0;
        // The beginning of each group tells: what is in none of them hardly counts.
        for (var group = 0; group < text.Length; group += Group)
        {
            if (text.Slice(group, Math.Min(Stretch, text.Length - group)).IndexOf("\\u"u8) >= 0)
                return true;
        }

        return false;
    }

    private static long Sample(ReadOnlySpan<byte> text)
    {
        var table = TokenTable.Instance;
        var groups = (text.Length + Group - 1) / Group;
        var part = text.Length / groups / 4;
        var random = (uint)text.Length;
        var hundredths = 0L;
        for (var group = 0; group < groups; group++)
        {
            // Anywhere in its part: were it always the same place, it could be the same column of every row.
            random = (random * 1664525) + 1013904223;
            var start = (4 * part * group) + (int)((random >> 16) % (uint)(part - Stretch));
            hundredths += table.Weigh(text, start, part, Stretch);
        }

        return hundredths * text.Length / (groups * 4L * Stretch);
    }
}
