namespace ClaudeCodeProxy.Safeguards.Facts;

/// <summary>Texts that are secrets by their form, or by the name that stands before them.</summary>
internal static class SecretTexts
{
    // How tokens of well-known services begin, and how many letters, digits, `_` and `-` follow at least.
    private static readonly (string Begin, int Length)[] Forms =
    [
        ("AKIA", 16), ("ASIA", 16), ("ghp_", 36), ("gho_", 36), ("ghu_", 36), ("ghs_", 36), ("ghr_", 36), ("github_pat_", 22), ("glpat-", 20),
        ("xoxb-", 20), ("xoxp-", 20),
        ("xoxa-", 20), ("xapp-", 20), ("sk-ant-", 20), ("sk-proj-", 20), ("sk-or-", 20), ("sk_live_", 16), ("rk_live_", 16), ("AIza", 35),
        ("npm_", 36), ("pypi-AgE", 40),
        ("hf_", 30), ("dop_v1_", 40), ("SG.", 20), ("eyJ", 60), ("ya29.", 20), ("dckr_pat_", 20), ("lin_api_", 30), ("shpat_", 30),
        ("AGE-SECRET-KEY-", 50), ("hvs.", 20),
    ];

    private static readonly string[] Names =
    [
        "secret", "password", "passwd", "passphrase", "apikey", "accesskey", "accesskeyid", "secretkey", "secretaccesskey", "privatekey",
        "accesstoken", "authtoken",
        "refreshtoken", "sessiontoken", "securitytoken", "bearertoken", "apitoken", "clientsecret", "credential", "credentials", "authorization",
    ];

    private static readonly string[] ExactNames = ["token", "pwd", "pass", "key", "auth", "jwt", "bearer", "sig", "signature", "sessionid", "sid"];

    private static readonly string[] Placeholders =
    [
        "your", "xxx", "<", "{", "$", "placeholder", "changeme", "change-me", "redacted", "***", "...", "test", "dummy", "todo", "insert", "replace",
        "some", "my-", "my_",
    ];

    /// <returns>The first characters of a token of a known form in a text; null where there is none.</returns>
    public static string? FindToken(string text)
    {
        foreach (var (begin, length) in Forms)
        {
            for (var at = text.IndexOf(begin, StringComparison.Ordinal); at >= 0; at = text.IndexOf(begin, at + 1, StringComparison.Ordinal))
            {
                var end = at + begin.Length;
                while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '_' or '-' or '.'))
                    end++;
                if (end - at - begin.Length >= length && (at == 0 || !char.IsAsciiLetterOrDigit(text[at - 1])) && IsMixed(text.AsSpan(at, end - at)))
                    return begin;
            }
        }

        return text.Contains("-----BEGIN ", StringComparison.Ordinal) && text.Contains("PRIVATE KEY", StringComparison.Ordinal) ? "-----BEGIN" : null;
    }

    /// <summary>Whether what is called so is a secret, and not a place for one.</summary>
    public static bool IsSecret(string name, string value)
    {
        var plain = string.Concat(name.Split('-', '_', '.')).ToLowerInvariant();
        if (Array.IndexOf(ExactNames, plain) >= 0)
            return value.Length >= (plain == "pwd" || plain == "pass" ? 6 : 20) && IsMixed(value) && !IsPlaceholder(value);
        foreach (var known in Names)
        {
            if (plain.EndsWith(known, StringComparison.Ordinal))
                return value.Length >= 6 && IsMixed(value) && !IsPlaceholder(value);
        }

        return false;
    }

    /// <summary>A word or a number alone is none.</summary>
    public static bool IsMixed(ReadOnlySpan<char> value)
    {
        var (letters, digits, others) = (false, false, false);
        foreach (var character in value)
        {
            letters |= char.IsAsciiLetterLower(character);
            digits |= char.IsAsciiDigit(character);
            others |= char.IsAsciiLetterUpper(character) || (!char.IsAsciiLetterOrDigit(character) && character is not ('-' or '_' or '.' or ' '));
        }

        return (letters ? 1 : 0) + (digits ? 1 : 0) + (others ? 1 : 0) > 1;
    }

    private static bool IsPlaceholder(string value)
    {
        foreach (var placeholder in Placeholders)
        {
            if (value.StartsWith(placeholder, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
