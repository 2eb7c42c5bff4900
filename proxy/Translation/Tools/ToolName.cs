using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Translation.Tools;

/// <summary>
/// Names of tools as OpenAI takes them: at most 64 letters, digits, <c>_</c> and <c>-</c>. Others are shortened, always in the same way.
/// </summary>
internal static class ToolName
{
    private const int MaxLength = 64;
    private const int HashLength = 12;

    private static readonly SearchValues<byte> Allowed = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-"u8);

    public static bool IsKept(ReadOnlySpan<byte> name) => name.Length <= MaxLength && !name.ContainsAnyExcept(Allowed);

    /// <summary>The name's readable beginning and a hash of the whole, so that two long names stay two.</summary>
    public static string Shorten(string name)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..HashLength];
        var readable = name.Select(letter => letter < 128 && Allowed.Contains((byte)letter) ? letter : '_').Take(MaxLength - HashLength - 1);
        return $"{string.Concat(readable)}_{hash}";
    }

    /// <summary>Writes the name in quotes.</summary>
    public static void Write(ref JsonWriter json, JsonText name)
    {
        if (IsKept(name.In(json.Source)))
            json.Text(name);
        else
            json.Text(Shorten(name.ToString(json.Source)));
    }
}
