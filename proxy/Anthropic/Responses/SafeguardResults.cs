using System.Collections.Immutable;
using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Anthropic.Responses;

/// <summary>
/// What became of the checks that a client asked for (<c>safeguards</c>), as a JSON array with one entry for each type:
/// <c>[{"type":…,"status":{"type":"unsupported"}}]</c> or <c>[{"type":…,"status":{"type":"available","tool_uses":{…}}}]</c>.
/// </summary>
internal static class SafeguardResults
{
    private const int MaxTypes = 8;
    private const int MaxTypeLength = 64;

    /// <summary>The check of tool calls that could do harm.</summary>
    public static ReadOnlySpan<byte> Calls => "dangerous_tool_use"u8;

    /// <summary>These checks are not made here, which is said: a client then makes them itself. Empty where none was asked for.</summary>
    /// <param name="exceptCalls">The check of calls is made; where nothing else was asked for an empty array is left.</param>
    public static byte[] Unsupported(ImmutableArray<JsonText> types, ReadOnlySpan<byte> source, bool exceptCalls = false)
    {
        if (types.IsEmpty)
            return [];
        using var results = new PooledBuffer(256);
        var json = new JsonWriter(results, source);
        json.Raw("["u8);
        for (var index = 0; index < Math.Min(types.Length, MaxTypes); index++)
        {
            if (types[index].Length is 0 or > MaxTypeLength || IsRepeated(types, index, source))
                continue;
            if (exceptCalls && types[index].Is(source, Calls))
                continue;
            json.Comma();
            json.Raw("{\"type\":"u8);
            json.Text(types[index]);
            json.Raw(",\"status\":{\"type\":\"unsupported\"}}"u8);
        }

        json.Raw("]"u8);
        json.Commit();
        return results.WrittenSpan.ToArray();
    }

    /// <param name="toolUses">A JSON object: ids of the calls that the client was given, with their outcomes.</param>
    /// <param name="others">As <see cref="Unsupported"/> writes them.</param>
    public static byte[] Available(ReadOnlySpan<byte> toolUses, ReadOnlySpan<byte> others)
    {
        using var results = new PooledBuffer(256);
        var json = new JsonWriter(results, default);
        json.Raw("[{\"type\":\""u8);
        json.Raw(Calls);
        json.Raw("\",\"status\":{\"type\":\"available\",\"tool_uses\":"u8);
        json.Raw(toolUses);
        json.Raw("}}"u8);
        json.Raw(others.Length == 2 ? "]"u8 : [(byte)',', .. others[1..]]);
        json.Commit();
        return results.WrittenSpan.ToArray();
    }

    /// <summary>Writes the member of a message, or of the delta at its end, where there is something to say.</summary>
    public static void Write(ref JsonWriter json, ReadOnlySpan<byte> results)
    {
        if (results.IsEmpty)
            return;
        json.Raw(",\"safeguard_results\":"u8);
        json.Raw(results);
    }

    private static bool IsRepeated(ImmutableArray<JsonText> types, int index, ReadOnlySpan<byte> source)
    {
        foreach (var type in types.AsSpan()[..index])
        {
            if (type.SameAs(types[index], source))
                return true;
        }

        return false;
    }
}
