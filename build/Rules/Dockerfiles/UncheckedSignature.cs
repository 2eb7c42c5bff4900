using System.Buffers;
using System.Text.RegularExpressions;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Rules.Facts;

namespace ContainerSecurity.Rules.Dockerfiles;

/// <summary>A package manager checks signatures, unless it is told not to.</summary>
internal static partial class UncheckedSignature
{
    private static readonly SearchValues<string> Words = SearchValues.Create(
        ["unauthenticated", "force-yes", "insecure", "allow-un", "allow-insecure", "gpg", "nosignature", "nodigest", "trusted", "SigLevel"],
        StringComparison.OrdinalIgnoreCase);

    public static Rule<CommandSource> Rule { get; } = new(
        "CS1012",
        Severity.High,
        "Packages are installed without a check of their signatures.",
        "Add the key of the repository (`signed-by=`, `rpm --import`, /etc/apk/keys) and let the package manager check.")
    {
        Check = source =>
        [
            .. source.EachInstruction(Fault),
            .. source.EachCommand(Words, Fault),
        ],
    };

    private static string? Fault(SourceCommand command)
    {
        var effective = command.Effective;
        return effective.Arguments.Select(word => word.Text).FirstOrDefault(word => IsUnchecked(effective.Name, word)) is { } option
            ? $"{effective.Name} {option}"
            : CommandTexts.Find(command.Written).Select(text => Setting().Match(text)).FirstOrDefault(match => match.Success)?.Value;
    }

    /// <summary>COPY writes files of package managers too.</summary>
    private static string? Fault(Instruction instruction) => instruction.Keyword is "COPY" or "ADD"
        ? instruction.HereDocuments.Select(document => Setting().Match(document.Content)).FirstOrDefault(match => match.Success)?.Value
        : null;

    private static bool IsUnchecked(string program, string word) => program switch
    {
        "apt" or "apt-get" or "aptitude" => word is "--allow-unauthenticated" or "--force-yes" or "--allow-insecure-repositories",
        "apk" => word is "--allow-untrusted",
        "dnf" or "yum" or "microdnf" or "tdnf" => word is "--nogpgcheck" or "--no-gpgchecks",
        "zypper" => word is "--no-gpg-checks" or "--no-gpgcheck" or "--allow-unsigned-rpm" or "--gpgcheck-allow-unsigned",
        "rpm" => word is "--nosignature" or "--nodigest" or "--nogpg",
        _ => false,
    };

    [GeneratedRegex(
        """
        \[[^\]\n]*\btrusted\s*=\s*(yes|true|1)\b[^\]\n]*\] | ^\s*Trusted:\s*yes
        | Acquire::AllowInsecureRepositories[\s"=]+(true|yes|1) | APT::Get::AllowUnauthenticated[\s"=]+(true|yes|1)
        | \bgpgcheck\s*=\s*(0|no|false|off)\b | \bSigLevel\s*=\s*(Never|Optional\s+TrustAll)
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.Multiline)]
    private static partial Regex Setting();
}
