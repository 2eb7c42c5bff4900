using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Hadolint;

namespace Acceptance.Tests.Lint;

/// <summary>What one engine finds and the other does not, except for the listed and explained differences.</summary>
internal static class EngineDifferences
{
    private static readonly HashSet<string> Named =
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Lint", "named-differences.txt"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split(' ')[0]),
    ];

    /// <returns>Nothing where Hadolint could not read the file: that it is blind there is known.</returns>
    public static IEnumerable<string> Between(IReadOnlyCollection<Finding> hadolint, IReadOnlyCollection<Finding> builtIn) =>
        hadolint.Any(finding => finding.RuleId == HadolintCode.SyntaxError)
            ? []
            :
            [
                .. Missing(hadolint, builtIn).Select(finding => $"only Hadolint: {finding}"),
                .. Missing(builtIn, hadolint).Select(finding => $"only built-in: {finding}"),
            ];

    private static IEnumerable<string> Missing(IEnumerable<Finding> from, IEnumerable<Finding> to)
    {
        var there = to.Where(Counts).CountBy(Key).ToDictionary();
        return from.Where(Counts).CountBy(Key).Where(pair => pair.Value > there.GetValueOrDefault(pair.Key)).Select(pair => pair.Key);
    }

    private static bool Counts(Finding finding) => HadolintCode.Is(finding.RuleId) && !Named.Contains(finding.RuleId);

    // Messages are each engine's own.
    private static string Key(Finding finding) => $"{finding.Line} {finding.RuleId} {finding.Severity}";
}
