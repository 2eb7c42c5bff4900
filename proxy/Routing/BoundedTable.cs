using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace ClaudeCodeProxy.Routing;

/// <summary>A table whose keys clients choose, so that there could be any number: when it is full it begins again.</summary>
internal sealed class BoundedTable<TKey, TValue>
    where TKey : notnull
{
    private const int MaxEntries = 256;

    private readonly ConcurrentDictionary<TKey, TValue> _entries = new();

    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value) => _entries.TryGetValue(key, out value);

    /// <summary>True when the key is new.</summary>
    public bool Set(TKey key, TValue value)
    {
        if (_entries.Count >= MaxEntries)
            _entries.Clear();
        var isNew = !_entries.ContainsKey(key);
        _entries[key] = value;
        return isNew;
    }

    public void Remove(TKey key) => _entries.TryRemove(key, out _);
}
