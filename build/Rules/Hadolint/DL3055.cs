using ContainerSecurity.Formats.Hadolint;
using ContainerSecurity.Rules.Facts;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>The schema asks for a commit.</summary>
internal static class DL3055
{
    public static Rule<LintedFile> Rule { get; } = HadolintRule.EachLabel(
        "DL3055",
        "is no git hash of 7 or 40 digits.",
        LabelType.Hash,
        value => value.Length is not (7 or 40) || value.Any(digit => !char.IsAsciiHexDigitLower(digit)));
}
