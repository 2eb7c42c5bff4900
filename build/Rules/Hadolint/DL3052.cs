using System.Text.RegularExpressions;
using ContainerSecurity.Formats.Hadolint;
using ContainerSecurity.Rules.Facts;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>The schema asks for a URL.</summary>
internal static partial class DL3052
{
    public static Rule<LintedFile> Rule { get; } = HadolintRule.EachLabel(
        "DL3052",
        "is no URL.",
        LabelType.Url,
        value => !Url().IsMatch(value));

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9+.\-]*:(?:[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})*\z")]
    private static partial Regex Url();
}
