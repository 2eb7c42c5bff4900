using System.Collections.Immutable;
using Cake.Common.Diagnostics;
using ContainerSecurity.Findings;
using ContainerSecurity.Gates;
using ContainerSecurity.Reports;
using ContainerSecurity.Reports.Words;
using Spectre.Console;

namespace ContainerSecurity.Tasks.Runs;

/// <summary>Runs gates side by side and shows which are at work: as a live list on a terminal, as lines anywhere else.</summary>
internal static class GateProgress
{
    /// <param name="judge">Runs one gate.</param>
    public static async Task<ImmutableArray<GateResult>> RunAsync(
        BuildContext context, ImmutableArray<Gate> gates, Func<Gate, Task<GateResult>> judge)
    {
        if (IsLive(context))
            return await RunLiveAsync(AnsiConsole.Console, gates, judge);
        context.Information("running: {0}", string.Join(", ", gates.Select(gate => gate.Name)));
        return [.. await Task.WhenAll(gates.Select(async gate =>
        {
            var result = await judge(gate);
            context.Information("{0}: {1} after {2:0.0} s", gate.Name, DisplayNames.Get(result.Verdict), result.Duration?.TotalSeconds);
            return result;
        }))];
    }

    /// <summary>What else is printed meanwhile would break the list; a log has no use for one that moves.</summary>
    private static bool IsLive(BuildContext context) =>
        AnsiConsole.Console.Profile is { Capabilities: { Ansi: true, Interactive: true } }
        && !Console.IsOutputRedirected
        && !Console.IsErrorRedirected
        && !context.Options.IsDiagnostic
        && context.Options.LintFormat is null;

    internal static async Task<ImmutableArray<GateResult>> RunLiveAsync(
        IAnsiConsole console, ImmutableArray<Gate> gates, Func<Gate, Task<GateResult>> judge)
    {
        ImmutableArray<GateResult> results = [];
        await console.Progress()
            .AutoClear(true)
            .Columns(new SpinnerColumn(), new TaskDescriptionColumn { Alignment = Justify.Left }, new ElapsedTimeColumn())
            .StartAsync(async live =>
            {
                var rows = gates.Select(gate => (gate, row: live.AddTask(gate.Name, maxValue: 1).IsIndeterminate())).ToList();
                results = [.. await Task.WhenAll(rows.Select(async each =>
                {
                    var result = await judge(each.gate);
                    each.row.Description = $"{each.gate.Name} {VerdictMarkup.Of(result.Verdict)}";
                    each.row.Value = 1;
                    each.row.StopTask();
                    return result;
                }))];
            });
        return results;
    }
}
