using System.Text;

namespace ClaudeCodeProxy.Translation.Errors;

/// <summary>
/// Takes out of an upstream's words what is not the client's to know: keys, addresses, hosts, accounts. Short enough to be read, and on one line.
/// </summary>
internal static class Redaction
{
    private const int MaxLength = 500;
    private const int MinTokenLength = 28;
    private const int MaxNameLength = 12;

    private static readonly string[] SecretPrefixes =
    [
        "sk-", "pk-", "rk-", "ak-", "gsk_", "hf_", "fw_", "xai-", "nvapi-", "ghp_", "AIza", "AKIA", "eyJ", "org-", "org_", "proj_", "acct_", "req_",
        "arn:", "projects/", "project_number:",
    ];

    private static readonly string[] HostEndings =
    [
        ".com", ".net", ".org", ".io", ".ai", ".dev", ".app", ".cloud", ".tech", ".run", ".xyz", ".cn", ".eu", ".de", ".fr", ".uk", ".us", ".local",
        ".internal", ".svc", ".lan", ".corp", ".home", ".arpa",
    ];

    public static string Redact(string message)
    {
        var text = new StringBuilder();
        foreach (var word in message.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (text.Length > 0)
                text.Append(' ');
            text.Append(OfWord(word));
            if (text.Length > MaxLength)
                return $"{text.ToString(0, MaxLength)}…";
        }

        return text.Length > 0 ? text.ToString() : "it gave no reason.";
    }

    /// <summary>Punctuation around a secret stays, so that the sentence does.</summary>
    private static string OfWord(string word)
    {
        var parts = word.Split(['\'', '"', '`', '(', ')', '[', ']', '<', '>', ',', ';', '=']);
        var secrets = parts.Where(IsSecret);
        return secrets.Aggregate(word, (rest, secret) => rest.Replace(secret, "[redacted]", StringComparison.Ordinal));
    }

    private static bool IsSecret(string part)
    {
        var bare = part.Trim('.', ':', '!', '?');
        if (bare.Length == 0)
            return false;
        var value = bare[(bare.LastIndexOf(':') + 1)..];
        return bare.Contains("://", StringComparison.Ordinal) || bare.Contains('@') || HasSecretPrefix(bare) || HasSecretPrefix(value)
            || IsHost(bare) || IsToken(bare) || IsToken(value);
    }

    private static bool HasSecretPrefix(string part) =>
        SecretPrefixes.Any(prefix => part.Length > prefix.Length + 4 && part.StartsWith(prefix, StringComparison.Ordinal));

    private static bool IsHost(string word)
    {
        var host = word.TrimStart('/').Split('/', ':')[0];
        return HostEndings.Any(ending => host.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            || (host.Count(letter => letter == '.') == 3 && host.All(letter => char.IsAsciiDigit(letter) || letter == '.'))
            || (host.Equals("localhost", StringComparison.OrdinalIgnoreCase) && word.Contains(':'));
    }

    /// <summary>Long, without a break, letters and digits mixed: no word of a language, and no model.</summary>
    private static bool IsToken(string word) =>
        word.Length >= MinTokenLength && word.Any(char.IsAsciiDigit) && word.Any(char.IsAsciiLetter) && !IsModel(word)
        && word.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '+' or '/' or '.');

    /// <summary>Made of short names and numbers, as <c>nvidia/nemotron-3-ultra-550b-a55b</c>; not a UUID.</summary>
    private static bool IsModel(string word)
    {
        var parts = word.Split('-', '_', '/', '.');
        return parts.All(part => part.Length <= MaxNameLength || part.All(char.IsAsciiLetter)) && !parts.All(part => part.All(char.IsAsciiHexDigit));
    }
}
