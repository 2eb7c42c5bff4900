using Cake.Common.Diagnostics;
using Cake.Frosting;
using ContainerSecurity.Findings;
using ContainerSecurity.Processes;
using ContainerSecurity.Tools.Dotnet;

namespace ContainerSecurity.Tasks;

/// <summary>
/// Fuzzes the readers of proxy and linter, then measures the linter at three sizes, the rules that judge tool calls, and the proxy beside nginx and
/// beside a direct connection, on this machine.
/// </summary>
[TaskName("Bench")]
[TaskDescription(
    "Fuzz the readers of proxy and linter for 100 s; measure the linter at three sizes, the rules that judge tool calls, and the proxy beside nginx "
    + "and a direct connection (artifacts/bench/lint.json, judge.json, proxy.json)")]
[IsDependentOn(typeof(CompileTask))]
public sealed class BenchTask : AsyncFrostingTask<BuildContext>
{
    /// <summary>The core of the load generator and the upstream; the measured server has the other core alone.</summary>
    private const string LoadCore = "1";

    /// <summary>Seconds for each of five targets. New inputs and crashes are written to artifacts/fuzz.</summary>
    private const string FuzzSeconds = "20";

    public override async Task RunAsync(BuildContext context)
    {
        if (Environment.ProcessorCount < 2 || !File.Exists("/usr/sbin/nginx"))
            throw new InputException("Bench needs two cores and nginx. Install it with: apt-get install --no-install-recommends nginx");

        var project = Path.Combine(context.Paths.Root, "tests", "Bench", "Bench.csproj");
        var program = Path.Combine(context.Paths.Root, "tests", "Bench", "bin", "Release", "net10.0", "bench.dll");
        await context.Run.Runner.RunAsync(
            DotnetCommands.Command("build", project, "--configuration", "Release", "--nologo", "--verbosity", "quiet"), context.Cancellation);
        if (context.Options.Scenarios.IsEmpty)
            await MeasureOthersAsync(context, program);

        var results = Path.Combine(context.Paths.Output, "bench", "proxy.json");
        var options = context.Options.Peers.Select(peer => $"--peer={peer}").Concat(context.Options.Scenarios.Select(name => $"--only={name}"));
        context.Information("measuring the proxy, about five minutes");
        var command = DotnetCommands.Command([program, "compare", context.Paths.Binary(context.Options.Rid), results, .. options]);
        await RunAsync(context, OnLoadCore(command));
        context.Information("results: {0}", Path.GetDirectoryName(results)!);
    }

    private static async Task MeasureOthersAsync(BuildContext context, string program)
    {
        await RunAsync(context, DotnetCommands.Command(program, "fuzz", FuzzSeconds, context.Paths.Root, Path.Combine(context.Paths.Output, "fuzz")));
        foreach (var name in (string[])["lint", "judge"])
            await RunAsync(context, DotnetCommands.Command(program, name, Path.Combine(context.Paths.Output, "bench", $"{name}.json")));
    }

    private static Task<ToolResult> RunAsync(BuildContext context, ToolCommand command) =>
        context.Run.Runner.RunAsync(command with { OnLine = line => context.Information("{0}", line) }, context.Cancellation);

    private static ToolCommand OnLoadCore(ToolCommand command) =>
        command with { Executable = "taskset", Arguments = ["-c", LoadCore, command.Executable, .. command.Arguments] };
}
