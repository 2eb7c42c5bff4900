using System.Text.RegularExpressions;
using ContainerSecurity.Findings;
using ContainerSecurity.Rules.Facts;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>A port has 16 bits.</summary>
internal static partial class DL3011
{
    public static Rule<LintedFile> Rule { get; } = HadolintRule.Each(
        "DL3011",
        Severity.High,
        "A port is a number from 0 to 65535.",
        expose => expose.Keyword == "EXPOSE" && expose.Arguments.SelectMany(Numbers).Any(IsTooLarge));

    private static IEnumerable<string> Numbers(string port) => Ports().Match(port) is { Success: true } match
        ? match.Groups["number"].Captures.Select(number => number.Value)
        : [];

    private static bool IsTooLarge(string digits) => !ushort.TryParse(digits.TrimStart('0').PadLeft(1, '0'), out _);

    [GeneratedRegex(@"^(?<number>[0-9]+)(?:-(?<number>[0-9]+))?(?:/.*)?\z")]
    private static partial Regex Ports();
}
