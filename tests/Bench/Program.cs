using System.Globalization;
using Bench;
using Bench.Fuzzing;
using Bench.Judging;
using Bench.Linting;

const int MeasuredCore = 0;
const int LoadCore = 1;
const int ProxyPort = 18082, NginxPort = 18083, UpstreamPort = 18084;
int[] connections = [1, 16];

switch (args)
{
    case ["upstream", var port]:
        await Upstream.RunAsync(int.Parse(port, CultureInfo.InvariantCulture));
        return 0;

    case ["compare", var proxy, var output]:
        await CompareAsync(proxy, output);
        return 0;

    case ["lint", var output]:
        await LintBench.RunAsync(output);
        return 0;

    case ["judge", var output]:
        JudgeBench.Run(output);
        return 0;

    case ["load", var port, var name, var count, var exchanges]:
        var timing = await LoadGenerator.RunAsync(
            int.Parse(port, CultureInfo.InvariantCulture),
            Scenario.All.Single(scenario => scenario.Name == name),
            int.Parse(count, CultureInfo.InvariantCulture),
            int.Parse(exchanges, CultureInfo.InvariantCulture));
        Console.WriteLine($"{timing.PerSecond:0}/s, p50 {timing.P50Ms:0.00} ms, p99 {timing.P99Ms:0.00} ms");
        return 0;

    case ["fuzz", var seconds, var repository, var finds]:
        return await FuzzRun.RunAsync(seconds, repository, finds);

    case ["fuzz-instrumented", var target, var seconds, var repository, var finds]:
        return FuzzRun.Run(target, seconds, repository, finds);

    default:
        await Console.Error.WriteLineAsync(
            "usage: bench compare PROXY-BINARY RESULTS.json | bench lint RESULTS.json | bench judge RESULTS.json | bench upstream PORT | "
            + "bench load PORT SCENARIO CONNECTIONS EXCHANGES | bench fuzz SECONDS REPOSITORY OUTPUT");
        return 2;
}

async Task CompareAsync(string proxyBinary, string output)
{
    var folder = Directory.CreateTempSubdirectory("bench-").FullName;
    try
    {
        using var upstream = MeasuredProcess.Start(
            LoadCore,
            UpstreamPort,
            Environment.ProcessPath!,
            OwnArguments("upstream", $"{UpstreamPort}"),
            new Dictionary<string, string> { ["HOME"] = folder });
        using var nginx = Nginx.Start(MeasuredCore, NginxPort, UpstreamPort, folder);
        using var proxy = MeasuredProcess.Start(MeasuredCore, ProxyPort, proxyBinary, ["serve"], ProxyEnvironment(folder));
        var rssIdle = proxy.RssMb;
        var comparison = new Comparison(new Dictionary<string, MeasuredProcess> { ["proxy"] = proxy, ["nginx"] = nginx, ["direct"] = upstream });
        var scenarios = new List<ScenarioResult>();
        foreach (var scenario in Scenario.All)
        {
            foreach (var count in connections)
            {
                Console.WriteLine($"{scenario.Name}, {count} connection(s), {scenario.Body.Length} bytes a request …");
                scenarios.Add(new ScenarioResult(scenario.Name, count, await comparison.RunAsync(scenario, count)));
            }
        }

        var results = new BenchResults(scenarios, new ProxyProcess(proxy.ColdStartMs, rssIdle, proxy.RssPeakMb, new FileInfo(proxyBinary).Length));
        results.Print(Console.Out);
        results.Write(output);
    }
    finally
    {
        Directory.Delete(folder, recursive: true);
    }
}

// Run by `dotnet bench.dll`, the program's own path is the host's and the assembly comes first.
string[] OwnArguments(params string[] arguments) =>
    Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(Scenario).Assembly.Location, .. arguments] : arguments;

Dictionary<string, string> ProxyEnvironment(string home) => new()
{
    ["HOME"] = home,
    ["PORT"] = ProxyPort.ToString(CultureInfo.InvariantCulture),
    ["OPENAI_BASE_URL"] = $"http://127.0.0.1:{UpstreamPort}/v1",
    ["OPENAI_API_KEY"] = "bench",
};
