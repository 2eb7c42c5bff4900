using System.Diagnostics;
using System.Globalization;
using SharpFuzz;

namespace Bench.Fuzzing;

/// <summary>
/// Fuzzes every target in turn, each for the given time. The assemblies must not be loaded yet when they are instrumented: that happens to a copy of
/// this program, which is then run.
/// </summary>
internal static class FuzzRun
{
    private static readonly string[] Assemblies = ["claude-code-proxy.dll", "build.dll"];

    /// <summary>Generated code and what only the network reaches is of no interest.</summary>
    private static readonly string[] Instrumented =
    [
        "ClaudeCodeProxy.Anthropic.", "ClaudeCodeProxy.Json.", "ClaudeCodeProxy.OpenAI.", "ClaudeCodeProxy.Sse.", "ClaudeCodeProxy.Translation.",
        "ContainerSecurity.Dockerfiles.", "ContainerSecurity.Linting.",
    ];

    /// <summary>Returns the exit code: 0 when nothing was found.</summary>
    public static async Task<int> RunAsync(string seconds, string repository, string output)
    {
        var copy = Directory.CreateTempSubdirectory("fuzz-").FullName;
        try
        {
            foreach (var file in Directory.GetFiles(AppContext.BaseDirectory))
                File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
            var types = Assemblies.Sum(assembly => Instrument(Path.Combine(copy, assembly)));
            Console.WriteLine($"fuzzing {FuzzTarget.All.Length} targets of {types} instrumented types, {seconds} s each");
            foreach (var target in FuzzTarget.All)
            {
                if (await RunAsync(Path.Combine(copy, "bench.dll"), target.Name, seconds, repository, output) is var code and not 0)
                    return code;
            }

            return 0;
        }
        finally
        {
            Directory.Delete(copy, recursive: true);
        }
    }

    /// <summary>Fuzzes one target in this process, whose assemblies are the instrumented ones.</summary>
    public static int Run(string target, string seconds, string repository, string output) =>
        new FuzzLoop(FuzzTarget.Named(target), repository, output).Run(TimeSpan.FromSeconds(double.Parse(seconds, CultureInfo.InvariantCulture)));

    private static int Instrument(string assembly) =>
        Fuzzer.Instrument(assembly, type => Instrumented.Any(start => type.StartsWith(start, StringComparison.Ordinal)), Options.Value).Count();

    private static async Task<int> RunAsync(string program, params string[] arguments)
    {
        var dotnet = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? Environment.ProcessPath! : "dotnet";
        using var process = Process.Start(new ProcessStartInfo(dotnet, ["exec", program, "fuzz-instrumented", .. arguments]))!;
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
