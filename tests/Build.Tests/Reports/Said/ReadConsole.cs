using System.Text.RegularExpressions;

namespace Build.Tests.Reports.Said;

/// <summary>Reads the table on the console.</summary>
internal static partial class ReadConsole
{
    public static SaidScan Table(string text) => new(
        Verdict().Match(text).Groups["verdict"].Value,
        [.. Row().Matches(text).Select(row => SaidGate.Create(
            row.Groups["name"].Value, row.Groups["verdict"].Value, Number(row.Groups["open"]), Number(row.Groups["suppressed"]), []))]);

    private static int Number(Group group) => group.Success ? int.Parse(group.Value) : 0;

    [GeneratedRegex(@"^Verdict (?<verdict>\w+), exit code", RegexOptions.Multiline)]
    private static partial Regex Verdict();

    [GeneratedRegex(@"^ {2}(?<name>[a-z]+) +(?<verdict>pass|incomplete|fail|error) +(?<open>\d+)(?: \(\+(?<suppressed>\d+)\))? ", RegexOptions.Multiline)]
    private static partial Regex Row();
}
