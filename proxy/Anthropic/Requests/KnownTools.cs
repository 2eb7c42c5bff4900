using System.Buffers.Binary;
using System.Collections.Immutable;
using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Anthropic.Requests;

/// <summary>
/// The tools of requests that came lately, read once: a conversation offers the same ones with each request, which are a large part of it. Only tools
/// that come a second time are kept. Any thread may ask.
/// </summary>
internal sealed class KnownTools
{
    private const int MinBytes = 4 << 10;
    private const int MaxBytes = 256 << 10;
    private const int Most = 8;
    private const int MostSeen = 64;

    private readonly Entry?[] _entries = new Entry?[Most];

    /// <summary>What came once, by its fingerprint.</summary>
    private readonly int[] _seen = new int[MostSeen];
    private int _nextEntry;
    private int _nextSeen;

    /// <summary>Reads an array of tools, which the cursor stands before.</summary>
    public ImmutableArray<Tool> Read(ref JsonCursor cursor, ReadOnlySpan<byte> source)
    {
        var start = cursor.FindValue();
        foreach (var entry in _entries)
        {
            // The array's end is in it, so nothing that begins like it is anything else.
            if (entry is null || !source[start..].StartsWith(entry.Json))
                continue;
            cursor.SkipKnown(entry.Json.Length);
            return Move(entry.Tools, start);
        }

        var tools = ToolReader.ReadAll(ref cursor, source);
        var json = source[start..cursor.Position];
        if (json.Length is >= MinBytes and <= MaxBytes && IsSeen(Fingerprint(json)))
            _entries[Interlocked.Increment(ref _nextEntry) & (Most - 1)] = new Entry(json.ToArray(), Move(tools, -start));
        return tools;
    }

    private static ImmutableArray<Tool> Move(ImmutableArray<Tool> tools, int offset)
    {
        var moved = ImmutableArray.CreateBuilder<Tool>(tools.Length);
        foreach (var tool in tools)
            moved.Add(tool.MovedBy(offset));
        return moved.MoveToImmutable();
    }

    /// <summary>It came before; it counts as seen from now on.</summary>
    private bool IsSeen(int fingerprint)
    {
        if (Array.IndexOf(_seen, fingerprint) >= 0)
            return true;
        _seen[Interlocked.Increment(ref _nextSeen) & (MostSeen - 1)] = fingerprint;
        return false;
    }

    /// <summary>By its length and some of its bytes: others with the same one would only be kept too early.</summary>
    private static int Fingerprint(ReadOnlySpan<byte> json)
    {
        var hash = new HashCode();
        hash.Add(json.Length);
        for (var at = 0; at + sizeof(long) <= json.Length; at += json.Length / 64)
            hash.Add(BinaryPrimitives.ReadInt64LittleEndian(json[at..]));
        return hash.ToHashCode();
    }

    /// <param name="tools">As slices of <paramref name="json"/>.</param>
    private sealed class Entry(byte[] json, ImmutableArray<Tool> tools)
    {
        public byte[] Json => json;

        public ImmutableArray<Tool> Tools => tools;
    }
}
