using System.Globalization;

namespace ClaudeCodeProxy.Safeguards.Facts;

/// <summary>The addresses under which clouds give a machine its own credentials, in all the ways that programs take them.</summary>
internal static class MetadataHosts
{
    private const uint LinkLocal = 0xA9FE_A9FE;
    private const uint Containers = 0xA9FE_AA02;
    private const uint Alibaba = 0x6464_64C8;
    private const uint Oracle = 0xC000_00C0;

    private static readonly string[] Names =
        ["metadata.google.internal", "metadata.goog", "metadata.azure.com", "instance-data", "metadata.packet.net", "metadata.tencentyun.com", "fd00:ec2::254",
        "169.254.169.254", "169.254.170.2", "100.100.100.200"];

    /// <summary>A word names one: as a host, or as the host of an address.</summary>
    public static bool IsNamedIn(string word)
    {
        foreach (var name in Names)
        {
            if (word.Contains(name, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return HostOf(word) is { Length: > 0 } host && ReadAddress(host) is LinkLocal or Containers or Alibaba or Oracle;
    }

    private static string HostOf(string word)
    {
        var start = word.IndexOf("://", StringComparison.Ordinal) is >= 0 and var scheme ? scheme + 3 : 0;
        var end = word.AsSpan(start).IndexOfAny('/', '?', '#') is >= 0 and var slash ? start + slash : word.Length;
        var host = word[start..end];
        host = host[(host.LastIndexOf('@') + 1)..];
        if (host is ['[', ..] && host.IndexOf(']') is > 0 and var bracket)
            return host[1..bracket];
        return host.LastIndexOf(':') is > 0 and var port && host.IndexOf(':') == port ? host[..port] : host;
    }

    /// <summary>IPv4 as <c>inet_aton</c> reads it: one to four numbers, decimal, octal or hexadecimal; and mapped into IPv6.</summary>
    private static uint? ReadAddress(string host)
    {
        if (host.StartsWith("::ffff:", StringComparison.OrdinalIgnoreCase))
        {
            host = host[7..];
            if (host.Split(':') is [var high, var low] && Number(high, 16) is <= 0xFFFF and var first && Number(low, 16) is <= 0xFFFF and var second)
                return (first << 16) | second;
        }

        var parts = host.TrimEnd('.').Split('.');
        if (parts.Length > 4)
            return null;
        var address = 0u;
        for (var at = 0; at < parts.Length; at++)
        {
            if (Part(parts[at]) is not { } value)
                return null;
            var isLast = at == parts.Length - 1;
            if (!isLast && value > 255)
                return null;
            address = isLast ? address | value : address | (value << (24 - (8 * at)));
        }

        return address;
    }

    private static uint? Part(string text) => text switch
    {
        ['0', 'x' or 'X', .. var digits] => Number(digits, 16),
        ['0', .. var digits] when digits.Length > 0 => Number(digits, 8),
        _ => Number(text, 10),
    };

    private static uint? Number(string digits, int radix)
    {
        if (digits.Length is 0 or > 12)
            return null;
        var value = 0ul;
        foreach (var digit in digits)
        {
            var number = char.IsAsciiHexDigit(digit) ? Convert.ToInt32(digit.ToString(CultureInfo.InvariantCulture), 16) : 16;
            if (number >= radix)
                return null;
            value = (value * (ulong)radix) + (ulong)number;
        }

        return value <= uint.MaxValue ? (uint)value : null;
    }
}
