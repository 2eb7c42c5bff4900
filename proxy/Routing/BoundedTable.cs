using System.Collections.Concurrent;

namespace ClaudeCodeProxy.Routing;

/// <summary>A table whose keys clients choose, so that there could be any number: when it is full it begins again.</summary>
internal sealed class BoundedTable<TValue>
    where TValue : class
{
    private const int MaxEntries = 256;

    private readonly ConcurrentDictionary<string, TValue> _entries = new(StringComparer.Ordinal);

    public TValue? Find(string key) => _entries.GetValueOrDefault(key);

    public void Set(string key, TValue value)
    {
        if (_entries.Count >= MaxEntries)
            _entries.Clear();
        _entries[key] = value;
    }
}
