using System.Text;

namespace ClaudeCodeProxy.Translation.Requests;

/// <summary>
/// What of a request could not be said to the upstream, for a header and the log. Only what a client would miss: caching, metadata and old thinking
/// do not count.
/// </summary>
internal sealed class Degradation
{
    private const int MaxEntries = 12;
    private const int MaxLength = 48;

    private List<(string What, int Count)>? _entries;

    public bool IsEmpty => _entries is null;

    /// <summary>Something is missing upstream, which strict mode refuses; what was merely fitted to the model's own limits is not.</summary>
    public bool IsLossy { get; private set; }

    /// <summary>Something is left out.</summary>
    /// <param name="what">May come from the client.</param>
    public void Lose(string what, int count = 1)
    {
        IsLossy = true;
        Fit(what, count);
    }

    /// <summary>Some of it are left out, or none.</summary>
    public void LoseSome(string what, int count)
    {
        if (count > 0)
            Lose(what, count);
    }

    /// <summary>Something is changed to what the upstream's model takes at most.</summary>
    public void Fit(string what, int count = 1)
    {
        _entries ??= [];
        var name = Clean(what);
        var known = _entries.FindIndex(entry => entry.What == name);
        if (known >= 0)
            _entries[known] = (name, _entries[known].Count + count);
        else if (_entries.Count < MaxEntries)
            _entries.Add((name, count));
    }

    /// <summary>Such as <c>stop_sequences=2, top_k, tool:web_search</c>.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var (what, count) in _entries ?? [])
        {
            if (text.Length > 0)
                text.Append(", ");
            text.Append(what);
            if (count > 1)
                text.Append('=').Append(count);
        }

        return text.ToString();
    }

    /// <summary>Fit for a header and a log, whatever the client called it.</summary>
    private static string Clean(string what) =>
        string.Concat(what.Take(MaxLength).Select(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or ':' or '.' ? c : '?'));
}
