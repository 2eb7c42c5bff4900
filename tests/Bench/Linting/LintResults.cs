using System.Text.Json;

namespace Bench.Linting;

/// <summary>All results of linting, as <c>artifacts/bench/lint.json</c> and as a table; ratios show whether the cost is linear.</summary>
internal static class LintResults
{
    private static readonly JsonSerializerOptions Layout = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static void Write(IReadOnlyList<LintResult> results, string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, JsonSerializer.Serialize(new { lint = results }, Layout) + "\n");
    }

    public static void Print(IReadOnlyList<LintResult> results, TextWriter output)
    {
        output.WriteLine(
            $"{"lint",-12} {"ShellCheck",10} | {"files",6} {"lines",7} | {"ms",7} {"files/s",8} {"lines/s",8} | {"size ratio",10} {"time ratio",10}");
        foreach (var group in results.GroupBy(result => (result.Scenario, result.ShellCheck)))
        {
            LintResult? smaller = null;
            foreach (var result in group.OrderBy(result => result.Lines))
            {
                var ratios = smaller is null
                    ? ""
                    : $"{(double)result.Lines / smaller.Lines,10:0.00} {result.Milliseconds / smaller.Milliseconds,10:0.00}";
                output.WriteLine(
                    $"{result.Scenario,-12} {result.ShellCheck,10} | {result.Files,6} {result.Lines,7} | {result.Milliseconds,7:0} "
                    + $"{result.FilesPerSecond,8:0.0} {result.LinesPerSecond,8:0} | {ratios}");
                smaller = result;
            }
        }
    }
}

/// <summary>One scenario at one size; the time is the median of the rounds.</summary>
/// <param name="ShellCheck"><c>none</c>, or <c>warm</c>: its cache knows every answer.</param>
internal sealed record LintResult(string Scenario, string ShellCheck, int Files, int Lines, double Milliseconds)
{
    public double FilesPerSecond => Files * 1000 / Milliseconds;

    public double LinesPerSecond => Lines * 1000 / Milliseconds;
}
