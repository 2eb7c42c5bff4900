using ClaudeCodeProxy.Safeguards.Facts;

namespace ClaudeCodeProxy.Safeguards.Tools;

/// <summary>Finds what an address gives away, and whether it leads to a machine's credentials.</summary>
internal static class AddressJudge
{
    /// <returns>Null where nothing is flagged.</returns>
    public static Verdict? Find(string address)
    {
        var host = HostOf(address, out var user, out var rest);
        if (MetadataServices.IsMetadata(host))
            return Verdict.Flag("metadata-service", $"{host} is a metadata service, which hands out the credentials of the machine.", isHard: true);
        if (user.IndexOf(':') is >= 0 and var colon && SecretTexts.IsSecret("password", Decode(user[(colon + 1)..])))
            return Flag($"a password before {host}");
        foreach (var pair in rest.Split('?', '&', '#', ';'))
        {
            var equals = pair.IndexOf('=');
            if (equals > 0 && SecretTexts.IsSecret(Decode(pair[..equals]), Decode(pair[(equals + 1)..])))
                return Flag($"`{Decode(pair[..equals])}`");
        }

        return FindSecret(address);
    }

    /// <summary>Finds tokens by their form, in any text that leaves.</summary>
    public static Verdict? FindSecret(string text) => (SecretTexts.FindToken(text) ?? SecretTexts.FindToken(Decode(text))) is { } begin
        ? Flag($"a token that begins with `{begin}`")
        : null;

    /// <param name="user">What stands before the <c>@</c>.</param>
    /// <param name="rest">What stands behind the host.</param>
    public static string HostOf(string address, out string user, out string rest)
    {
        // Browsers read a backslash as a slash, and skip what cannot be seen.
        var text = address.Replace('\\', '/').Replace("\t", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal)
            .Replace("\r", "", StringComparison.Ordinal).Trim();
        var scheme = text.IndexOf("://", StringComparison.Ordinal);
        text = scheme < 0 ? text.TrimStart('/') : text[(scheme + 3)..].TrimStart('/');
        var end = text.AsSpan().IndexOfAny('/', '?', '#');
        var authority = end < 0 ? text : text[..end];
        rest = end < 0 ? "" : text[end..];
        var at = authority.LastIndexOf('@');
        user = at < 0 ? "" : authority[..at];
        authority = authority[(at + 1)..];
        var port = authority.LastIndexOf(':');
        return port > authority.LastIndexOf(']') && authority.IndexOf(':') == port ? authority[..port]
            : port > 0 && authority.StartsWith('[') && port > authority.LastIndexOf(']') ? authority[..port] : authority;
    }

    private static Verdict Flag(string what) =>
        Verdict.Flag("secret-in-address", $"The address carries {what}: a secret leaves this machine.", isHard: true);

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
