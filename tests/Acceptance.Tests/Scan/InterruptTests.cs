using System.Diagnostics;

namespace Acceptance.Tests.Scan;

/// <summary>Ctrl-C in the middle of a scan.</summary>
public sealed class InterruptTests
{
    [SkippableTheory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    public async Task Nothing_is_left_running_or_lying_about(string signal, int code)
    {
        using var copy = new RepositoryCopy();
        var temporary = Directory.CreateDirectory(copy.PathOf("artifacts/tmp")).FullName;
        // Trivy is to be at hand for a scan without network; and the SDK, which builds the suite first, leaves folders of its own.
        await copy.RunAsync("--target=Tools");
        using var run = Start(copy, temporary);
        var said = run.StandardOutput.ReadToEndAsync();
        await UntilAsync(() => Directory.GetDirectories(temporary, "trivy-*").Length > 0 || run.HasExited);

        using (var kill = Process.Start("kill", [$"-{signal}", $"{run.Id}"]))
            await kill.WaitForExitAsync();
        await run.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));

        Assert.True(run.ExitCode == code, await said);
        Assert.Empty(Directory.GetFileSystemEntries(temporary));
        Assert.DoesNotContain(Directory.GetDirectories("/proc"), process => Arguments(process).Contains(temporary, StringComparison.Ordinal));
    }

    /// <summary>A run in the background starts with SIGINT ignored, and its children inherit that; here it is as a terminal gives it.</summary>
    private static Process Start(RepositoryCopy copy, string temporary)
    {
        var start = new ProcessStartInfo("env", ["--default-signal=INT", "bash", copy.PathOf("build.sh"), "--target=Scan", "--offline"])
        {
            RedirectStandardOutput = true,
        };
        start.Environment["TMPDIR"] = temporary;
        return Process.Start(start)!;
    }

    private static async Task UntilAsync(Func<bool> happened)
    {
        for (var clock = Stopwatch.StartNew(); !happened() && clock.Elapsed < TimeSpan.FromMinutes(3);)
            await Task.Delay(20);
    }

    private static string Arguments(string process)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "cmdline"));
        }
        catch (IOException)
        {
            return "";
        }
    }
}
