using System.Buffers;

namespace ContainerSecurity.Shell.Parsing;

/// <summary>A position in a shell text. A text that cannot be read moves it to the end and marks it as failed, so that every loop stops.</summary>
/// <param name="firstLine">The line of the whole text on which this one begins.</param>
internal sealed class ShellCursor(string source, int depth = 0, int firstLine = 1)
{
    // Deeper nesting than in real scripts; without a limit a hostile text could exhaust the stack.
    private const int DeepestNesting = 100;

    // What has failed at a position: trying nested readings repeatedly would take exponential time.
    private HashSet<string>? _impossible;
    private int _depth = depth;
    private (int At, int Line) _counted = (0, firstLine);

    public string Source => source;

    public int At { get; set => field = Math.Min(value, source.Length); }

    public bool Failed { get; private set; }

    public bool AtEnd => At >= source.Length;

    public int Depth => _depth;

    /// <summary>The end of the here-documents that begin on this line, where the next line begins; 0 without any.</summary>
    public int HereDocumentsEnd { get; set; }

    /// <summary>No bracket before this position is closed; avoids searching from each of them.</summary>
    public int NoBracketsBefore { get; set; }

    /// <summary>The line of the whole text at a position, counted from the last one asked for.</summary>
    public int LineAt(int at)
    {
        var (from, line) = _counted;
        line += at >= from ? source.AsSpan(from, at - from).Count('\n') : -source.AsSpan(at, from - at).Count('\n');
        _counted = (at, line);
        return line;
    }

    public char Peek(int ahead = 0) => At + ahead < source.Length ? source[At + ahead] : '\0';

    public bool LooksAt(string text) => string.CompareOrdinal(source, At, text, 0, text.Length) == 0;

    public bool LooksAtAny(string characters) => !AtEnd && characters.Contains(source[At]);

    public char Take() => source[At++];

    public bool Take(string text)
    {
        if (!LooksAt(text))
            return false;
        At += text.Length;
        return true;
    }

    /// <summary>Takes at least one character, and all up to one of these.</summary>
    public ReadOnlySpan<char> TakeUntil(SearchValues<char> ends)
    {
        var start = At;
        var length = source.AsSpan(start + 1).IndexOfAny(ends);
        At = length < 0 ? source.Length : start + 1 + length;
        return source.AsSpan(start, At - start);
    }

    /// <summary>Takes what must come next.</summary>
    public void Expect(string text)
    {
        if (!Take(text))
            Fail();
    }

    public void Fail()
    {
        Failed = true;
        At = source.Length;
    }

    /// <summary>Tries a reading that can contain others of its kind, once at each position.</summary>
    public T? TryOnce<T>(string what, Func<ShellCursor, T?> read) where T : class
    {
        var at = At;
        if (_impossible?.Contains($"{what} {at}") == true)
            return null;
        var result = Try(read);
        if (result is null)
            (_impossible ??= []).Add($"{what} {at}");
        return result;
    }

    /// <summary>Tries one reading; restores the position when it fails.</summary>
    public T? Try<T>(Func<ShellCursor, T?> read) where T : class
    {
        var (at, documents) = (At, HereDocumentsEnd);
        if (Failed)
            return null;
        var result = read(this);
        if (!Failed && result is not null)
            return result;
        (Failed, At, HereDocumentsEnd) = (false, at, documents);
        return null;
    }

    /// <summary>Reads one level deeper.</summary>
    public T Nested<T>(Func<ShellCursor, T> read)
    {
        if (++_depth > DeepestNesting)
            Fail();
        var result = read(this);
        _depth--;
        return result;
    }
}
