using System.Text.RegularExpressions;
using ContainerSecurity.Formats.Hadolint;
using ContainerSecurity.Rules.Facts;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>The schema asks for a time.</summary>
internal static partial class DL3053
{
    public static Rule<LintedFile> Rule { get; } = HadolintRule.EachLabel(
        "DL3053",
        "is no time of RFC 3339.",
        LabelType.Rfc3339,
        value => !IsTime(value));

    private static bool IsTime(string value) => Time().Match(value) is { Success: true } match
        && DateOnly.TryParseExact(match.Groups["date"].ValueSpan, "yyyy-MM-dd", out _);

    [GeneratedRegex(@"^(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2})T([01][0-9]|2[0-3]):[0-5][0-9]:([0-5][0-9]|60)(\.[0-9]+)?(Z|[+\-][0-9]{2}:?[0-9]{2})\z")]
    private static partial Regex Time();
}
