using System.Text.RegularExpressions;
using ContainerSecurity.Formats.Hadolint;
using ContainerSecurity.Rules.Facts;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>The schema asks for a version.</summary>
internal static partial class DL3056
{
    private const string Number = "(?:0|[1-9][0-9]*)";
    private const string PreRelease = @"(?:0|[1-9][0-9]*|[0-9]*[a-zA-Z\-][0-9a-zA-Z\-]*)";
    private const string Build = @"[0-9a-zA-Z\-]+";

    public static Rule<LintedFile> Rule { get; } = HadolintRule.EachLabel(
        "DL3056",
        "is no semantic version.",
        LabelType.SemVer,
        value => !SemanticVersion().IsMatch(value));

    // The grammar of semver.org.
    [GeneratedRegex($@"^{Number}\.{Number}\.{Number}(?:-{PreRelease}(?:\.{PreRelease})*)?(?:\+{Build}(?:\.{Build})*)?\z")]
    private static partial Regex SemanticVersion();
}
