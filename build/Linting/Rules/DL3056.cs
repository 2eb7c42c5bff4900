using System.Text.RegularExpressions;

namespace ContainerSecurity.Linting.Rules;

/// <summary>The schema asks for a version.</summary>
internal static partial class DL3056
{
    public static LintRule Rule { get; } = LintRule.EachLabel(
        "DL3056",
        "is no semantic version.",
        LabelType.SemVer,
        value => !SemanticVersion().IsMatch(value));

    // The pattern that semver.org offers.
    [GeneratedRegex(@"^(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)(-(0|[1-9][0-9]*|[0-9]*[a-zA-Z\-][0-9a-zA-Z\-]*)(\.(0|[1-9][0-9]*|[0-9]*[a-zA-Z\-][0-9a-zA-Z\-]*))*)?(\+[0-9a-zA-Z\-]+(\.[0-9a-zA-Z\-]+)*)?\z")]
    private static partial Regex SemanticVersion();
}
