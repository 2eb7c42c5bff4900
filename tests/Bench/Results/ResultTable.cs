using System.Globalization;

namespace Bench.Results;

/// <summary>Results for people, in Markdown: a row for each goal, then all that was measured.</summary>
internal static class ResultTable
{
    public static IEnumerable<string> Goals(BenchResults results)
    {
        string[] others = ["nginx", .. results.Peers];
        yield return Line(["what", "scenario", "goal", "proxy", "", .. others]);
        yield return $"|{string.Concat(Enumerable.Repeat("---|", 5 + others.Length))}";
        foreach (var goal in Results.Goals.All)
        {
            var own = results.Find(goal.Scenario, "proxy", goal.Measure);
            yield return Line(
            [
                goal.What, $"`{goal.Scenario}`", goal.Text, Text(own), own is not { } value ? "not measured" : goal.IsMetBy(value) ? "met" : "missed",
                .. others.Select(server => Text(results.Find(goal.Scenario, server, goal.Measure))),
            ]);
        }
    }

    public static IEnumerable<string> Measured(BenchResults results)
    {
        foreach (var (scenario, _) in ScenarioNames.All)
        {
            foreach (var (server, measures) in results.Scenarios.GetValueOrDefault(scenario) ?? [])
                yield return $"{scenario,-10} {server,-8} {string.Join("  ", measures.Select(entry => $"{entry.Key} {Text(entry.Value)}"))}";
        }
    }

    private static string Line(string[] cells) => $"| {string.Join(" | ", cells)} |";

    private static string Text(double? value) => value switch
    {
        null => "–",
        >= 100 or <= -100 => value.Value.ToString("#,0", CultureInfo.InvariantCulture),
        >= 10 => value.Value.ToString("0.0", CultureInfo.InvariantCulture),
        _ => value.Value.ToString("0.###", CultureInfo.InvariantCulture),
    };
}
