using System.Globalization;

namespace ContainerSecurity.Formats.Dockerfiles;

/// <summary>A port of EXPOSE, or a range of them: <c>[[address:]host-port:]port[-last][/protocol]</c>.</summary>
/// <param name="Protocol">In the case in which it is written; <c>tcp</c> where none is.</param>
/// <param name="Ports">First and last; null when they are not numbers in order.</param>
internal sealed record ExposedPort(string Written, bool HasHostPart, string Protocol, (int First, int Last)? Ports)
{
    /// <returns>Null for a protocol that no builder knows.</returns>
    public static ExposedPort? Parse(string word)
    {
        var colon = word.LastIndexOf(':');
        var slash = word.IndexOf('/', colon + 1);
        var protocol = slash < 0 || slash == word.Length - 1 ? "tcp" : word[(slash + 1)..];
        return protocol.ToLowerInvariant() is "tcp" or "udp" or "sctp"
            ? new ExposedPort(word, colon > 0, protocol, ReadPorts(word[(colon + 1)..(slash < 0 ? word.Length : slash)]))
            : null;
    }

    /// <summary>One port as an image's configuration names it, <c>8082/tcp</c>; null for a range, a host's port, or no port at all.</summary>
    public static string? Normalise(string word) => Parse(word) is { HasHostPart: false, Ports: var (first, last) } port && first == last
        ? $"{first}/{port.Protocol.ToLowerInvariant()}"
        : null;

    private static (int First, int Last)? ReadPorts(string text)
    {
        var ends = text.Split('-', 2);
        return TryRead(ends[0], out var first) && TryRead(ends[^1], out var last) && first <= last ? (first, last) : null;
    }

    private static bool TryRead(string text, out ushort port) => ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out port);
}
