using System.Net;
using System.Net.Sockets;

namespace ClaudeCodeProxy.Safeguards.Facts;

/// <summary>The addresses at which clouds hand a machine its credentials, in every spelling.</summary>
internal static class MetadataServices
{
    private static readonly string[] Names =
    [
        "metadata", "metadata.google.internal", "metadata.goog", "instance-data", "instance-data.ec2.internal", "metadata.azure.internal",
        "metadata.tencentyun.com",
        "metadata.platformequinix.com",
    ];

    /// <param name="host">Of an address: a name, or numbers in any of the forms that systems read.</param>
    public static bool IsMetadata(string host)
    {
        var name = Normalize(host);
        if (Array.IndexOf(Names, name) >= 0)
            return true;
        if (name.Contains(':'))
        {
            return IPAddress.TryParse(name, out var parsed) && parsed.AddressFamily == AddressFamily.InterNetworkV6
                && IsMetadata(parsed.GetAddressBytes());
        }

        if (TryNumbers(name, out var number))
            return IsMetadata(number);
        // Names that stand for the numbers in them.
        return name.Contains("169.254.169.254", StringComparison.Ordinal) || name.Contains("169-254-169-254", StringComparison.Ordinal)
            || name.StartsWith("a9fea9fe.", StringComparison.Ordinal);
    }

    private static bool IsMetadata(uint address) => address >> 16 == 0xA9FE || address is 0x646464C8 or 0xC00000C0 or 0xA83F8110;

    private static bool IsMetadata(byte[] address)
    {
        var last = ((uint)address[12] << 24) | ((uint)address[13] << 16) | ((uint)address[14] << 8) | address[15];
        // fd00:ec2::/32 of Amazon, fd20:ce::254 of Google; others carry the old numbers at their end.
        if (address[0] == 0xFD && ((address[2] == 0x0E && address[3] == 0xC2) || (address[1] == 0x20 && address[3] == 0xCE)))
            return true;
        return IsMetadata(last) && !(address[0] == 0x20 && address[1] != 0x02);
    }

    // Wide digits and the dots of other scripts are the same to those who look a name up.
    private static string Normalize(string host)
    {
        var text = Uri.UnescapeDataString(host).ToLowerInvariant().Trim('[', ']');
        if (text.IndexOf('%') is > 0 and var zone)
            text = text[..zone];
        var name = new char[text.Length];
        for (var at = 0; at < name.Length; at++)
        {
            name[at] = text[at] switch
            {
                >= '\uFF01' and <= '\uFF5E' => char.ToLowerInvariant((char)(text[at] - 0xFEE0)),
                '\u3002' or '\uFF61' => '.',
                >= '\u2460' and <= '\u2468' => (char)(text[at] - 0x2460 + '1'),
                _ => text[at],
            };
        }

        return new string(name).TrimEnd('.');
    }

    // `2852039166`, `0xA9FEA9FE`, `0251.0376.0251.0376`, `169.254.43518` (inet_aton).
    private static bool TryNumbers(string text, out uint address)
    {
        address = 0;
        var parts = text.Split('.');
        if (parts.Length > 4)
            return false;
        for (var at = 0; at < parts.Length; at++)
        {
            if (!TryNumber(parts[at], out var number))
                return false;
            var isLast = at == parts.Length - 1;
            address = isLast ? address + (uint)number : address + ((uint)(number & 0xFF) << (24 - (8 * at)));
        }

        return true;
    }

    private static bool TryNumber(string text, out ulong number)
    {
        number = 0;
        var (digits, size) = text.StartsWith("0x", StringComparison.Ordinal) ? (text[2..], 16u)
            : text.Length > 1 && text[0] == '0' ? (text[1..], 8u) : (text, 10u);
        foreach (var digit in digits)
        {
            var value = char.IsAsciiHexDigit(digit) ? (uint)Convert.ToInt32(digit.ToString(), 16) : 16;
            if (value >= size || number > uint.MaxValue)
                return false;
            number = (number * size) + value;
        }

        return digits.Length > 0 || size == 16;
    }
}
