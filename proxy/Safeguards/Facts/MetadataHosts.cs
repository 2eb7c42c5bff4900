namespace ClaudeCodeProxy.Safeguards.Facts;

/// <summary>Whether a word of a command leads to a service that gives a cloud machine its own credentials.</summary>
internal static class MetadataHosts
{
    private static readonly string[] Names = ["metadata.google.internal", "fd00:ec2::254", "169.254.169.254", "169.254.170.2", "100.100.100.200"];

    /// <summary>A word names one: as a host, or as the host of an address.</summary>
    public static bool IsNamedIn(string word)
    {
        foreach (var name in Names)
        {
            if (word.Contains(name, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return HostOf(word) is { Length: > 7 } host && MetadataServices.IsMetadata(host);
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
}
