using Bench.Results;
using Tests.Shared;

namespace Proxy.Tests.Documentation;

/// <summary>The results in <c>docs/performance.md</c> are those of the goals that the code has; nothing is measured here.</summary>
public sealed class PerformanceTests
{
    private static readonly string[][] Rows =
    [
        .. File.ReadAllText(Path.Combine(Repository.Root, "docs", "performance.md"))
            .Split("<!-- results -->\n")[1].Split("<!-- /results -->")[0]
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)[2..]
            .Select(line => line.Trim('|', ' ').Split(" | ")),
    ];

    [Fact]
    public void Every_goal_has_its_row() => Assert.Equal(
        Goals.All.Select(goal => $"{goal.What}: {goal.Text} in `{goal.Scenario}`"),
        Rows.Select(row => $"{row[0]}: {row[2]} in {row[1]}"));

    [Fact]
    public void Every_goal_is_of_a_scenario_that_exists() =>
        Assert.Empty(Goals.All.Select(goal => goal.Scenario).Except(ScenarioNames.All.Select(scenario => scenario.Name)));

    [Fact]
    public void What_is_said_to_be_met_is() => Assert.All(
        Goals.All.Zip(Rows).Where(pair => pair.Second[3] != "–"),
        pair => Assert.Equal(
            pair.First.IsMetBy(double.Parse(pair.Second[3], System.Globalization.CultureInfo.InvariantCulture)) ? "met" : "missed", pair.Second[4]));
}
