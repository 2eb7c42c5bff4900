using System.Collections.Immutable;
using System.Text;
using ContainerSecurity.Findings;

namespace ContainerSecurity.Secrets;

/// <summary>User and password as programs keep and send them: addresses, connection strings, credential files, headers.</summary>
internal static class CredentialRules
{
    public static ImmutableArray<SecretRule> All { get; } =
    [
        new("password-in-address", "Password in an address", "://", """[^\s@"'`<>/\\|]{1,200}(?=@[A-Za-z0-9_\[$%{.-])""")
        {
            Lead = """[^\s/:@"'`<>\\|]{0,100}:""", Start = SecretStart.Anything, Severity = Severity.High,
        },
        new("password-in-address", "Token in an address", "https://|http://", "(?![0-9a-f]{32}@)[A-Za-z0-9_-]{20,200}(?=@[A-Za-z0-9])")
        {
            // A key of 32 digits is the one that Sentry gives to every browser.
            Lead = "", Start = SecretStart.Anything, Severity = Severity.High, Places = SecretScope.Text,
        },
        new("password-in-connection-string", "Password in a connection string", "password|pwd", """[^;&"'\s]{1,128}(?=[;&"'\s]|\z)""")
        {
            Lead = @"(?<=[;?&]\s?(?i:password|pwd))\s?=\s?", Start = SecretStart.Anything, Severity = Severity.High,
        },
        new("netrc-password", "Password in a netrc file", "machine ", @"\S{3,200}")
        {
            Lead = @"\s*\S{1,200}\s+(?:(?:login|account)\s+\S{1,200}\s+){0,2}password\s+", Severity = Severity.High,
        },
        new("netrc-password", "Password in a netrc file", "default login ", @"\S{3,200}")
        {
            Lead = @"\s*\S{1,200}\s+password\s+", Severity = Severity.High,
        },
        new("npm-auth-token", "Token of an npm registry", ":_authToken", """[^\s"'$\\]{8,300}""")
        {
            Lead = """["']?(?:\s*=\s*|\s+)["']?""", Start = SecretStart.Anything, Check = IsRandomOrUuid,
        },
        new("npm-auth-token", "Token of an npm registry", ":_password|npmAuthToken|npmAuthIdent", """[^\s"'$\\]{8,300}""")
        {
            Lead = """["']?\s*[=:]\s*["']?""", Places = SecretScope.Settings, OnlyInPlaces = true, Start = SecretStart.Anything,
        },
        new("npm-auth-token", "Token of an npm registry", "_auth", """[^\s"'$\\]{8,300}""")
        {
            Lead = """(?<=(?:\A|[\n:])_auth)\s*=\s*["']?""", Places = SecretScope.Settings, OnlyInPlaces = true, Start = SecretStart.Anything,
        },
        new("pgpass-password", "Password in a .pgpass file", ":5432:|:5433:|:5439:|:6432:|:6543:|:25060:|:26257:|:*:",
            @"[^\s:""']{3,200}(?=[\s""']|\z)")
        {
            Lead = @"[^:\s]{1,100}:[^:\s]{1,100}:", OnlyInPlaces = true,
            Start = SecretStart.Anything, Severity = Severity.High,
        },
        new("docker-registry-password", "Password of a container registry", "\"auth\"", "[A-Za-z0-9+/]{8,}={0,2}(?=\")")
        {
            Lead = "\\s*:\\s*\"", Start = SecretStart.Anything, Check = IsUserAndPassword,
        },
        new("dockerconfig-secret", "Docker configuration with credentials, in base64", "eyJhdXRocyI6", "[A-Za-z0-9+/]{40,}={0,2}") { IsLong = true },
        new("authorization-header", "Credentials in a header", "authorization", "[A-Za-z0-9._~+/=-]{8,2000}")
        {
            Lead = """["']?\s*[:=,]\s*["']?(?i:bearer|token|basic|apikey|api-key|bot)\s+""", Start = SecretStart.NamePart, Severity = Severity.High,
        },
        new("authorization-header", "Credentials in a header",
            "x-api-key|api-key|private-token|job-token|deploy-token|x-auth-token|x-vault-token|x-access-token",
            "[A-Za-z0-9._~+/=-]{8,2000}")
        {
            Lead = @"\s?:\s?", Places = SecretScope.Commands, OnlyInPlaces = true, Start = SecretStart.NamePart, Severity = Severity.High,
        },
    ];

    /// <summary>npm's older tokens are UUIDs.</summary>
    private static bool IsRandomOrUuid(string value) => Guid.TryParseExact(value, "D", out _) || !value.Contains('(', StringComparison.Ordinal);

    private static bool IsUserAndPassword(string value)
    {
        var bytes = new byte[value.Length];
        return Convert.TryFromBase64String(value, bytes, out var count)
            && Encoding.UTF8.GetString(bytes, 0, count).Split(':', 2) is [{ Length: > 0 } user, { Length: > 0 } password]
            && user.All(letter => letter is >= ' ' and <= '~')
            && SecretValue.Judge(password) > SecretWorth.Guessable;
    }
}
