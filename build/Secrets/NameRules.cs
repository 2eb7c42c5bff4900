using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using ContainerSecurity.Findings;

namespace ContainerSecurity.Secrets;

/// <summary>Values that are secret because their name says so.</summary>
internal static partial class NameRules
{
    private const string Names =
        "api_key|api-key|apikey|access_key|access-key|accesskey|private_key|private-key|privatekey|secret_key|secret-key|secretkey|secret|token"
        + "|identitytoken|registrytoken|authtoken|accesstoken|password|passwd|passphrase|passcode|credential|pass|pwd|_pw|auth_key|encryption_key"
        + "|signing_key|master_key|jwt_key|session_key|app_key";

    /// <summary><c>${PASSWORD:?message}</c> names a variable and gives it no value; <c>arn:x:secret:y</c> names a thing.</summary>
    private const string NotInReference = @"(?<!\$\{?[A-Za-z0-9_]{0,80})(?<![A-Za-z0-9]:[A-Za-z_]{1,40})";

    /// <summary>The name goes on only with words that do not change what the value is.</summary>
    private const string Rest = """(?i:s?(?:[_.-](?:id|value|b64|base64|base|default|prod|production|staging|dev|test|[0-9]{1,2}))?)["']?""";

    private const string Sign = """[ \t]{0,20}(?:=>|:=|[=:])[ \t]{0,20}(?:![A-Za-z]+[ \t]+)?""";

    // A quoted value may hold blanks; a default of a variable, ${NAME:-value}, is a value too.
    private const string Lead = NotInReference + Rest + Sign
        + """(?:["'](?=[^"'\r\n]{1,500}["'])|(?!["']))(?:\$\{[A-Za-z_][A-Za-z0-9_]*:?-(?=[^{}$\s]+\}))?""";

    private const string Value = """(?:(?<=["'])[^"'\r\n$]{1,500}(?=["'])|(?<=-)[^}\s"']{1,500}(?=\})|[^\s"',;}\])]{1,500})""";

    private const string HasValue = "A variable whose name says that it is secret has a value";

    private const string LooksLikeOne = "A variable whose name says that it is secret has a value that looks like one";

    /// <summary>Tokens that a server gives to everybody who asks: they name a place in a list, or guard a form.</summary>
    private const string NotOfAPage =
        "(?<!(?i:next|page|paging|continuation|csrf|xsrf|sync|cursor|resume|"
        + "public_?key|publishable|site|shared_?image|idempotency)[_-]?(?i:key|token))";

    private const string Assigned = Rest + Sign + """["']?""";

    /// <summary>Name and value each in a place of its own: an element, an argument, an attribute, two keys of an object.</summary>
    private const string Apart =
        """(?:>(?=[^<\r\n]{1,300}</)|(?<=define\(\s?["'][A-Za-z0-9_]{1,60})["'],\s{0,5}["']|["']\s+value=["']"""
        + """|["']?,?\s{0,80}["']?value["']?:[ \t]{1,5}["']?)""";

    /// <summary>To the end of a quoted text, an element or a line: what goes on is a piece of a program.</summary>
    private const string RandomValue =
        """(?:(?<=["'])[^"'`\s<>(){}\[\]$]{12,200}(?=["'])|(?<=>)[^"'`\s<>(){}\[\]$]{12,200}(?=</)"""
        + """|(?<!["'])[A-Za-z0-9+/_=.~!@#%^*-]{12,200}(?=[ \t]*(?:\r?\n|\z|[ \t]#)))""";

    public static ImmutableArray<SecretRule> All { get; } =
    [
        new("secret-in-config", HasValue, Names, Value)
        {
            Lead = Lead, Places = SecretScope.Settings, OnlyInPlaces = true, Start = SecretStart.NamePart, Severity = Severity.Medium,
        },
        new("secret-in-config", HasValue, Names, """[^"'\r\n$<>]{1,500}(?=["'<]|\r?\n|\z)""")
        {
            Lead = NotInReference + Apart, Places = SecretScope.Settings, OnlyInPlaces = true, Start = SecretStart.NamePart,
            Severity = Severity.Medium,
        },
        new("secret-in-variable", LooksLikeOne, Names, RandomValue)
        {
            Lead = NotOfAPage + NotInReference + $"(?:{Assigned}|{Apart})",
            Start = SecretStart.NamePart, Severity = Severity.Medium, Places = SecretScope.Text, Check = IsKey,
        },
        new("secret-in-variable", LooksLikeOne, Names, "[A-Za-z0-9+/_=.~!@#%^*-]{12,200}(?=[\\s\"'&;]|\\z)")
        {
            Lead = NotOfAPage + NotInReference + Rest + "=",
            Start = SecretStart.NamePart, Severity = Severity.Medium, Places = SecretScope.Text, Check = IsKey,
        },
        new("secret-in-variable", LooksLikeOne,
            "_API_KEY|_TOKEN|_SECRET|_PASSWORD|_SECRET_KEY|_APP_KEY",
            "[A-Za-z0-9+/_=-]{20,200}(?![A-Za-z0-9+/_=.(\\[-])")
        {
            Lead = """(?<=(?<![A-Za-z0-9])[A-Z][A-Z0-9_]{2,60})["']?\s{0,5}[=:]\s{0,5}["']?""",
            Start = SecretStart.Anything, Severity = Severity.Medium,
            Places = SecretScope.Text, Check = IsKey,
        },
    ];

    /// <summary>UUIDs and the ids of GitHub (<c>_kwDO</c>) name things, and base64 may hold a word.</summary>
    private static bool IsKey(string value) =>
        !Placeholder.IsToken(value) && !Words().IsMatch(value)
        && !value.Contains("_kwDO", StringComparison.Ordinal) && !Guid.TryParseExact(value, "D", out _)
        && (Decoded(value) is not { } text || SecretValue.Judge(text) > SecretWorth.Guessable);

    /// <returns>The text that base64 holds, as in the data of a Kubernetes Secret; null when it holds none.</returns>
    private static string? Decoded(string value)
    {
        var bytes = new byte[value.Length];
        return Convert.TryFromBase64String(value, bytes, out var count) && bytes.AsSpan(0, count).IndexOfAnyExceptInRange((byte)' ', (byte)'~') < 0
            ? Encoding.ASCII.GetString(bytes, 0, count)
            : null;
    }

    /// <summary>A name of a thing, of words and a number at the end of each: <c>auth.token.storage.v1</c>.</summary>
    [GeneratedRegex(@"\A(?:(?:[A-Z]?[a-z]+|[A-Z]+)*[0-9]{0,4}(?:[._/:-]|\z))+\z", RegexOptions.NonBacktracking)]
    private static partial Regex Words();
}
