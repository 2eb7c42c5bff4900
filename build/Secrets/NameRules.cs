using System.Collections.Immutable;
using ContainerSecurity.Findings;

namespace ContainerSecurity.Secrets;

/// <summary>Values that are secret because their name says so.</summary>
internal static class NameRules
{
    private const string Names =
        "api_key|api-key|apikey|access_key|access-key|accesskey|private_key|private-key|privatekey|secret_key|secret-key|secretkey|secret|token"
        + "|password|passwd|passphrase|passcode|credential|_pass|_pwd|_pw|auth_key|encryption_key|signing_key|master_key|jwt_key|session_key";

    /// <summary><c>${PASSWORD:?message}</c> names a variable and gives it no value.</summary>
    private const string NotInReference = @"(?<!\$\{?[A-Za-z0-9_]{0,80})";

    /// <summary>The name goes on only with words that do not change what the value is.</summary>
    private const string Rest = """(?i:s?(?:[_.-](?:id|value|b64|base64|base|default|prod|production|staging|dev|test|[0-9]{1,2}))?)["']?""";

    private const string Sign = """[ \t]{0,20}(?:=>|:=|[=:])[ \t]{0,20}(?:![A-Za-z]+[ \t]+)?""";

    // A quoted value may hold blanks; a default of a variable, ${NAME:-value}, is a value too.
    private const string Lead = NotInReference + Rest + Sign
        + """(?:["'](?=[^"'\r\n]{1,500}["'])|(?!["']))(?:\$\{[A-Za-z_][A-Za-z0-9_]*:?-(?=[^{}$\s]+\}))?""";

    private const string Value = """(?:(?<=["'])[^"'\r\n$]{1,500}(?=["'])|(?<=-)[^}\s"']{1,500}(?=\})|[^\s"',;}\])]{1,500})""";

    public static ImmutableArray<SecretRule> All { get; } =
    [
        new("secret-in-config", "A variable whose name says that it is secret has a value", Names, Value)
        {
            Lead = Lead, Places = SecretScope.Settings, OnlyInPlaces = true, Start = SecretStart.NamePart, Severity = Severity.Medium,
        },
        new("secret-in-variable", "A variable whose name says that it is secret has a value that looks like one",
            "_API_KEY|_TOKEN|_SECRET|_PASSWORD|_SECRET_KEY|_APP_KEY",
            "[A-Za-z0-9+/_=-]{20,200}(?![A-Za-z0-9+/_=.(\\[-])")
        {
            Lead = """(?<=(?<![A-Za-z0-9])[A-Z][A-Z0-9_]{2,60})["']?\s{0,5}[=:]\s{0,5}["']?""",
            Start = SecretStart.Anything, Severity = Severity.Medium,
            Places = SecretScope.Text, Check = value => !Placeholder.IsToken(value) && !Guid.TryParseExact(value, "D", out _),
        },
    ];
}
