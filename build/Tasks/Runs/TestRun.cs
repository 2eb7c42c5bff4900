using Cake.Common.Diagnostics;
using Cake.Core;
using ContainerSecurity.Findings;
using ContainerSecurity.Tools.Dotnet;

namespace ContainerSecurity.Tasks.Runs;

/// <summary>
/// Runs test projects one after the other, shows what their tests warn of, and reports their totals, also as a file for continuous integration.
/// </summary>
internal static class TestRun
{
    public static async Task RunAsync(BuildContext context, string name, params string[] projects)
    {
        var results = Path.Combine(context.Paths.Output, "tests");
        Directory.CreateDirectory(results);
        var totals = TestTotals.None;
        foreach (var project in projects)
            totals += await RunProjectAsync(context, project, results);

        await File.WriteAllTextAsync(Path.Combine(results, $"{name}.totals"), $"{totals}\n");
        context.Information("{0}", totals);
        if (totals is { Failed: 0, Passed: > 0 })
            return;

        context.State.ExitCode = ExitCodes.Failed;
        throw new CakeException($"{name}: {totals}. The failed tests are listed above; results are in {results}.");
    }

    private static async Task<TestTotals> RunProjectAsync(BuildContext context, string project, string results)
    {
        var file = Path.Combine(results, $"{project}.trx");
        File.Delete(file);
        var path = Path.Combine(context.Paths.Root, "tests", project, $"{project}.csproj");
        context.Information("testing {0}", project);
        var command = DotnetCommands.Test(path, results, Path.GetFileName(file)) with { OnLine = line => context.Information("{0}", line) };
        await context.Run.Runner.RunAsync(command, context.Cancellation);
        var totals = TestTotals.Read(file);
        foreach (var warning in TestWarnings.Read(file))
            context.Warning("{0}", warning);
        return totals;
    }
}
