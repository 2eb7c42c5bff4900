using ContainerSecurity.Formats.Hadolint;
using ContainerSecurity.Rules.Facts;
using ContainerSecurity.Rules.Hadolint.Facts;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>The schema asks for a licence of the SPDX list.</summary>
internal static class DL3054
{
    public static Rule<LintedFile> Rule { get; } = HadolintRule.EachLabel(
        "DL3054",
        "is no licence identifier of SPDX.",
        LabelType.Spdx,
        value => !SpdxLicenses.Contains(value));
}
