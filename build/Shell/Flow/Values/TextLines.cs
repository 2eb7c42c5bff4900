namespace ContainerSecurity.Shell.Flow.Values;

/// <summary>Finds where texts of several lines stand in a script, one after the other, so that all of them together cost one reading.</summary>
internal sealed class TextLines(string source)
{
    private const int MostMisses = 16;

    private int _at;
    private int _line = 1;
    private int _misses;

    /// <returns>The 1-based line where it begins; null for a text of one line, and for one that is not there as it is.</returns>
    public int? Find(string text)
    {
        if (_misses > MostMisses || !text.Contains('\n'))
            return null;
        var at = source.IndexOf(text, _at, StringComparison.Ordinal);
        if (at < 0)
        {
            _misses++;
            return null;
        }

        _line += source.AsSpan(_at, at - _at).Count('\n');
        _at = at;
        return _line;
    }
}
