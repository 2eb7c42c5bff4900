using System.Text;

namespace ClaudeCodeProxy.Upstream.Http;

/// <summary>The headers of a response as they came, one a line that ends in a line feed.</summary>
internal readonly struct HeaderLines(ReadOnlyMemory<byte> bytes)
{
    /// <summary>Null for none; the first of several.</summary>
    public string? Find(ReadOnlySpan<byte> name)
    {
        var at = 0;
        while (TryNext(ref at, out var found, out var value))
        {
            if (Ascii.EqualsIgnoreCase(found, name))
                return Encoding.Latin1.GetString(value);
        }

        return null;
    }

    /// <summary>All values of a header, with commas between them (RFC 9110, 5.3); null for none.</summary>
    public string? FindAll(ReadOnlySpan<byte> name)
    {
        string? all = null;
        var at = 0;
        while (TryNext(ref at, out var found, out var value))
        {
            if (Ascii.EqualsIgnoreCase(found, name))
                all = all is null ? Encoding.Latin1.GetString(value) : $"{all}, {Encoding.Latin1.GetString(value)}";
        }

        return all;
    }

    public List<KeyValuePair<string, string>> ToList()
    {
        var list = new List<KeyValuePair<string, string>>();
        var at = 0;
        while (TryNext(ref at, out var name, out var value))
            list.Add(new(Encoding.Latin1.GetString(name), Encoding.Latin1.GetString(value)));
        return list;
    }

    /// <param name="at">Where the next line begins.</param>
    private bool TryNext(ref int at, out ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        name = default;
        value = default;
        var rest = bytes.Span[at..];
        var end = rest.IndexOf((byte)'\n');
        if (end < 0)
            return false;
        var colon = rest.IndexOf((byte)':');
        name = rest[..colon];
        value = rest[(colon + 1)..end].Trim(" \t"u8);
        at += end + 1;
        return true;
    }
}
