using System.Collections.Immutable;
using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Anthropic.Responses;

/// <summary>
/// What became of the checks that a client asked for (<c>safeguards</c>), as a JSON array: <c>[{"type":…,"status":{"type":"unsupported"}}]</c>, one
/// entry for each type.
/// </summary>
internal static class SafeguardResults
{
    private const int MaxTypes = 8;
    private const int MaxTypeLength = 64;

    /// <summary>This proxy makes no such checks, and says so: a client then makes them itself. Empty where none was asked for.</summary>
    public static byte[] Unsupported(ImmutableArray<JsonText> types, ReadOnlySpan<byte> source)
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
            json.Comma();
            json.Raw("{\"type\":"u8);
            json.Text(types[index]);
            json.Raw(",\"status\":{\"type\":\"unsupported\"}}"u8);
        }

        json.Raw("]"u8);
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
