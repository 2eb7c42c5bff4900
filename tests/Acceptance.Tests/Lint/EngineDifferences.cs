using ContainerSecurity.Findings;
using ContainerSecurity.Gates.Lint;

namespace Acceptance.Tests.Lint;

/// <summary>What one engine finds and the other does not, but for the differences that are named and explained.</summary>
internal static class EngineDifferences
{
    private static readonly HashSet<string> Named =
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Lint", "named-differences.txt"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split(' ')[0]),
    ];

    /// <returns>Nothing where Hadolint could not read the file: that it is blind there is known.</returns>
    public static IEnumerable<string> Between(IReadOnlyCollection<LintFinding> hadolint, IReadOnlyCollection<LintFinding> builtIn) =>
        hadolint.Any(finding => finding.Code == BuiltInLinter.SyntaxErrorCode)
            ? []
            : [.. Missing(hadolint, builtIn).Select(finding => $"only Hadolint: {finding}"), .. Missing(builtIn, hadolint).Select(finding => $"only built-in: {finding}")];

    private static IEnumerable<string> Missing(IEnumerable<LintFinding> from, IEnumerable<LintFinding> to)
    {
        var there = to.Where(Counts).CountBy(Key).ToDictionary();
        return from.Where(Counts).CountBy(Key).Where(pair => pair.Value > there.GetValueOrDefault(pair.Key)).Select(pair => pair.Key);
    }

    private static bool Counts(LintFinding finding) => LintFinding.IsOfHadolint(finding.Code) && !Named.Contains(finding.Code);

    // Messages are each engine's own.
    private static string Key(LintFinding finding) => $"{finding.Line} {finding.Code} {finding.Level}";
}
