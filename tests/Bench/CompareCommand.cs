using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Bench.Results;
using Bench.Scenarios;
using Bench.Servers;

namespace Bench;

/// <summary><c>bench compare BINARY RESULTS.json [--peer=NAME=COMMAND …] [--only=NAME …]</c>.</summary>
internal static partial class CompareCommand
{
    private static string Usage => "Write --peer=NAME=COMMAND (a name of a-z, 0-9 and -, not proxy, nginx or direct), or --only= and one of "
        + string.Join(", ", ScenarioNames.All.Select(scenario => scenario.Name));

    /// <returns>0; 1 when the proxy or nginx failed an exchange, 2 for bad input, 130 when interrupted.</returns>
    public static async Task<int> RunAsync(string binary, string output, IEnumerable<string> options)
    {
        var (peers, only, refused) = Parse(options);
        if (Environment.ProcessorCount > 1)
            refused ??= $"The load generator needs a core of its own. Start this program by: taskset -c {Rig.LoadCore} dotnet bench.dll …";
        if (refused is not null || !File.Exists(binary))
        {
            await Console.Error.WriteLineAsync(refused ?? $"{binary}: there is no such file. Build it with ./build.sh --target=Compile.");
            return 2;
        }

        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel);
        using var end = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel);
        var results = BenchResults.Empty;
        try
        {
            using var rig = new Rig(Path.GetFullPath(binary), peers);
            foreach (var contender in rig.Contenders)
                rig.End(rig.StartFresh(contender));
            await ProxyBench.RunAsync(rig, only, results, Console.Out, stop.Token);
        }
        catch (OperationCanceledException)
        {
            return 130;
        }

        catch (InvalidOperationException failed)
        {
            await Console.Error.WriteLineAsync($"{failed.Message}. Start it by hand with the variables of docs/performance.md to see why.");
            return 2;
        }

        results.Write(output);
        foreach (var line in ResultTable.Measured(results).Append("").Concat(ResultTable.Goals(results)).Concat(results.Failures))
            Console.WriteLine(line);
        return results.Failures.Any(failure => failure.Contains(", proxy:") || failure.Contains(", nginx:")) ? 1 : 0;

        void Cancel(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }
    }

    private static (Dictionary<string, string> Peers, List<string> Only, string? Refused) Parse(IEnumerable<string> options)
    {
        var (peers, only) = (new Dictionary<string, string>(), new List<string>());
        foreach (var option in options)
        {
            if (Peer().Match(option) is { Success: true } peer && peer.Groups[1].Value is not (Rig.Proxy or Rig.NginxName or Rig.Direct))
                peers[peer.Groups[1].Value] = peer.Groups[2].Value;
            else if (option.StartsWith("--only=", StringComparison.Ordinal) && ScenarioNames.All.Any(scenario => scenario.Name == option[7..]))
                only.Add(option[7..]);
            else
                return (peers, only, $"{option}: not understood. {Usage}");
        }

        return (peers, only, null);
    }

    [GeneratedRegex("^--peer=([a-z0-9-]+)=(.+)$")]
    private static partial Regex Peer();
}
