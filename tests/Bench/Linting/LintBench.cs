using Bench.Results;
using ContainerSecurity.Processes;
using ContainerSecurity.Tools.ShellCheck;

namespace Bench.Linting;

/// <summary>
/// Lints repositories of three sizes, without ShellCheck and with a cache that knows all its answers, round by round in turn. Each size is compared
/// with the one of half its size in the same run.
/// </summary>
internal static class LintBench
{
    private const int Rounds = 5;

    public static async Task RunAsync(string output)
    {
        var folder = Directory.CreateTempSubdirectory("bench-lint-").FullName;
        try
        {
            var results = new List<LintResult>();
            foreach (var scenario in LintScenario.All)
                results.AddRange(await MeasureAsync(scenario, Path.Combine(folder, scenario.Name), Path.Combine(folder, "cache")));
            LintResults.Print(results, Console.Out);
            LintResults.Write(results, output);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<IEnumerable<LintResult>> MeasureAsync(LintScenario scenario, string folder, string cache)
    {
        var tools = new ToolRunner();
        var runners = new Dictionary<string, IToolRunner> { ["none"] = new WithoutShellCheck(tools, isInstalled: false) };
        if (ExecutableFile.Find(ShellCheckCommand.Executable) is not null)
            runners["warm"] = new WithoutShellCheck(tools, isInstalled: true);
        else
            Console.WriteLine("ShellCheck is not installed: lint is measured without it only.");
        var sizes = scenario.Sizes.Select(size => (Size: size, Folder: Path.Combine(folder, $"{size}"))).ToList();
        var lines = sizes.ToDictionary(item => item.Size, item => scenario.Write(item.Folder, item.Size));
        // Fills the cache, and has the compiler do its work.
        foreach (var (_, root) in sizes)
            await new LintedRepository(root, cache).LintAsync(tools);

        var times = new Dictionary<(string ShellCheck, int Size), List<double>>();
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var (name, runner) in runners)
            {
                foreach (var (size, root) in sizes)
                {
                    var taken = await new LintedRepository(root, cache).LintAsync(runner);
                    if (!times.TryGetValue((name, size), out var known))
                        times[(name, size)] = known = [];
                    known.Add(taken.TotalMilliseconds);
                }
            }
        }

        return times.Select(entry => new LintResult(
            scenario.Name, entry.Key.ShellCheck, scenario.Files(entry.Key.Size), lines[entry.Key.Size], Statistics.Median(entry.Value)));
    }
}
