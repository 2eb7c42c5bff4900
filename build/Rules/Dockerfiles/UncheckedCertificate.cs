using System.Buffers;
using System.Text.RegularExpressions;
using ContainerSecurity.Findings;
using ContainerSecurity.Rules.Facts;
using ContainerSecurity.Shell.Programs;

namespace ContainerSecurity.Rules.Dockerfiles;

/// <summary>Without a check of the certificate, anybody on the way can answer instead of the server.</summary>
internal static partial class UncheckedCertificate
{
    private static readonly string[] MustNotBeOff =
        ["NODE_TLS_REJECT_UNAUTHORIZED", "PYTHONHTTPSVERIFY", "NPM_CONFIG_STRICT_SSL", "CURL_CA_BUNDLE", "REQUESTS_CA_BUNDLE"];

    private static readonly string[] MustNotBeOn = ["GIT_SSL_NO_VERIFY", "GOINSECURE"];

    private static readonly SearchValues<string> Words = SearchValues.Create(
        [
            "curl",
            "wget",
            "aria2c",
            "http",
            "xh",
            "ssl",
            "SkipCertificateCheck",
            "REJECT_UNAUTHORIZED",
            "CA_BUNDLE",
            "PYTHONHTTPSVERIFY",
            "GOINSECURE"
        ],
        StringComparison.OrdinalIgnoreCase);

    public static Rule<CommandSource> Rule { get; } = new(
        "CS1011",
        Severity.High,
        "The certificate of a server is not checked.",
        "Add the missing certificate authority to the trusted ones: /usr/local/share/ca-certificates and `update-ca-certificates`.")
    {
        Check = source =>
        [
            .. source.EachCommand(Words, Fault),
            .. source.EachVariable(Words, Fault),
        ],
    };

    private static string? Fault(SourceCommand command)
    {
        var effective = command.Effective;
        return effective.Arguments.Select(word => word.Text).FirstOrDefault(word => IsInsecure(effective.Name, word)) is { } option
            ? $"{effective.Name} {option}"
            : CommandTexts.Settings(command.Written).FirstOrDefault(word => Setting().IsMatch(word)) is { } setting ? setting
            : CommandTexts
                .Find(command.Written)
                .Any(text => text.EndsWith("curlrc", StringComparison.Ordinal) || text.EndsWith("wgetrc", StringComparison.Ordinal))
                && CommandTexts.Find(command.Written).Any(text => ConfigurationLine().IsMatch(text)) ? "it is switched off in a configuration file"
            : null;
    }

    private static bool IsInsecure(string program, string word) => program switch
    {
        "curl" => CurlOption().IsMatch(word),
        "wget" or "wget2" => word is "--no-check-certificate" or "--no-check-certificate=1",
        "aria2c" => word is "--check-certificate=false",
        "http" or "https" or "xh" => word is "--verify=no" or "--verify=false",
        "pwsh" or "powershell" => word.Contains("-SkipCertificateCheck", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    private static string? Fault(string name, string value) =>
        MustNotBeOff.Contains(name.ToUpperInvariant()) && EffectiveCommand.IsFalse(value) ? $"{name}={value}"
        : MustNotBeOn.Contains(name.ToUpperInvariant()) && !EffectiveCommand.IsFalse(value) ? $"{name}={value}"
        : null;

    // Letters after one that takes a value are that value: `-ok` saves to a file named k.
    [GeneratedRegex("^(--(proxy-|doh-)?insecure|-[^-oHduAXebcxTmwFErtyYzCDKQUPh]*k[A-Za-z0-9#]*)$")]
    private static partial Regex CurlOption();

    [GeneratedRegex(
        "^(http[.]([^=]*[.])?sslverify|(--)?strict-ssl|ssl_verify|--ssl_verify)=(false|0|no|off)$|^--no-strict-ssl$", RegexOptions.IgnoreCase)]
    private static partial Regex Setting();

    [GeneratedRegex(@"^\s*(-k|(--)?insecure|check[-_]certificate\s*=\s*(off|0|no))\s*$", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex ConfigurationLine();
}
