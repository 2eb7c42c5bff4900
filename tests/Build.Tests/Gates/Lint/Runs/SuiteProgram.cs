using System.Diagnostics;

namespace Build.Tests.Gates.Lint.Runs;

/// <summary>The real program, as <c>build.sh --target=Lint</c> starts it.</summary>
internal static class SuiteProgram
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <param name="folder">Where its results go.</param>
    /// <returns>The exit code, and all that was printed.</returns>
    public static async Task<(int ExitCode, string Said)> LintAsync(
        string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "build.dll");
        var start = new ProcessStartInfo(
            "dotnet", [program, "--target=Lint", "--lint-engine=built-in", $"--output={Path.Combine(folder, "out")}", .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync().WaitAsync(Patience);
        return (process.ExitCode, await output + await errors);
    }
}
