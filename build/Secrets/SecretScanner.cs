using System.Collections.Immutable;
using System.Text;

namespace ContainerSecurity.Secrets;

/// <summary>
/// Reads files of any kind and size for secrets, as bytes and as UTF-16, in which .NET keeps every string literal of a binary.
/// One reader reads one file after the other.
/// </summary>
internal sealed class SecretScanner
{
    /// <summary>Even, like <see cref="Overlap"/>, so that the alignment of UTF-16 characters is the same in every window.</summary>
    private const int Window = 1024 * 1024;

    /// <summary>Longer than any key.</summary>
    private const int Overlap = 32 * 1024;

    private const int ProbeLength = 8000;

    private readonly byte[] _bytes = new byte[Window + Overlap];
    private readonly char[] _chars = new char[Window + Overlap];

    /// <param name="scope">What the file's name says of it; none of it counts in a binary file.</param>
    public ImmutableArray<SecretMatch> Scan(Stream content, SecretScope scope)
    {
        var found = new HashSet<SecretMatch>();
        var kept = 0;
        var lines = 0;
        bool? binary = null;
        while (true)
        {
            var length = kept + content.ReadAtLeast(_bytes.AsSpan(kept), _bytes.Length - kept, throwOnEndOfStream: false);
            var last = length < _bytes.Length;
            binary ??= _bytes.AsSpan(0, Math.Min(length, ProbeLength)).Contains((byte)0);
            var decided = last ? length : length - Overlap;
            Search(length, decided, binary.Value ? null : lines, scope, found);
            if (last)
                return [.. found.OrderBy(match => match.Line)];

            lines += _bytes.AsSpan(0, decided).Count((byte)'\n');
            _bytes.AsSpan(decided, Overlap).CopyTo(_bytes);
            kept = Overlap;
        }
    }

    /// <param name="decided">What begins after it is found in the next window.</param>
    /// <param name="lines">Lines before this window; null in a binary file.</param>
    private void Search(int length, int decided, int? lines, SecretScope scope, HashSet<SecretMatch> found)
    {
        var bytes = _bytes.AsSpan(0, length);
        Encoding.Latin1.GetChars(bytes, _chars);
        var (counted, line) = (0, lines + 1);
        foreach (var hit in SecretText.Find(_chars.AsSpan(0, length), lines is null ? SecretScope.Binary : scope).Where(hit => hit.Start < decided))
        {
            line += _bytes.AsSpan(counted, hit.Start - counted).Count((byte)'\n');
            counted = hit.Start;
            found.Add(new SecretMatch(hit.Rule, hit.Severity, line));
        }

        if (!bytes.Contains((byte)0))
            return;

        for (var side = 0; side <= 1; side++)
        {
            var count = Narrow(bytes[Math.Min(side, length)..]);
            foreach (var hit in SecretText.Find(_chars.AsSpan(0, count), SecretScope.Binary).Where(hit => hit.Start * 2 < decided))
                found.Add(new SecretMatch(hit.Rule, hit.Severity, Line: null));
        }
    }

    /// <summary>Every second byte, where the other is 0: the ASCII part of UTF-16 text.</summary>
    private int Narrow(ReadOnlySpan<byte> bytes)
    {
        var count = bytes.Length / 2;
        for (var i = 0; i < count; i++)
            _chars[i] = bytes[(2 * i) + 1] == 0 ? (char)bytes[2 * i] : '\0';
        return count;
    }
}
