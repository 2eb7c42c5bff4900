using Acceptance.Tests.Scan;
using ContainerSecurity.Processes;

namespace Acceptance.Tests.Reports;

/// <summary>What a person sees while gates run and after, in a real terminal of any width, and what a log gets.</summary>
public sealed class ConsoleTests
{
    [SkippableTheory]
    [InlineData(40)]
    [InlineData(80)]
    [InlineData(200)]
    public async Task In_a_terminal_the_summary_fits_the_window(int width)
    {
        Requirement.Program("tmux", "tmux");
        using var copy = new RepositoryCopy();

        var screen = await ShowAsync(copy, width, "");

        Assert.Contains("Verdict pass", screen);
        Assert.All(screen.Split('\n'), line => Assert.InRange(line.TrimEnd().Length, 0, width));
        Assert.Contains(screen.Split('\n'), line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is ["lint", "pass", ..]);
    }

    [SkippableFact]
    public async Task Whoever_wants_no_colour_gets_none()
    {
        Requirement.Program("tmux", "tmux");
        using var copy = new RepositoryCopy();

        var plain = await ShowAsync(copy, 100, "NO_COLOR=1", withCodes: true);
        var coloured = await ShowAsync(copy, 100, "", withCodes: true);

        Assert.DoesNotMatch("\u001b\\[(3[1-7]|9[0-7]|38;)[0-9;]*mpass", plain);
        Assert.Matches("\u001b\\[[0-9;]*m *pass", coloured);
    }

    [SkippableFact]
    public async Task A_log_gets_plain_lines()
    {
        using var copy = new RepositoryCopy();

        var said = (await copy.RunAsync("--target=Lint")).Said;

        Assert.Contains("running: lint", said);
        Assert.Contains("lint: pass after", said);
        Assert.DoesNotContain('\u001b', said);
        Assert.DoesNotContain('\r', said);
    }

    [SkippableFact]
    public async Task In_actions_findings_are_annotated_and_no_text_of_theirs_is_a_command()
    {
        using var copy = new RepositoryCopy();
        copy.Write("other/Dockerfile", "FROM debian\nRUN sudo true\n");
        copy.Variables["GITHUB_ACTIONS"] = "true";

        var said = (await copy.RunAsync("--target=Lint", "--lint-engine=built-in")).Said;

        Assert.Contains("::error file=other/Dockerfile,line=2,", said);
        Assert.Contains("::stop-commands::", said);
    }

    /// <param name="withCodes">Colours too.</param>
    private static async Task<string> ShowAsync(RepositoryCopy copy, int width, string variables, bool withCodes = false)
    {
        var socket = Path.Combine(Path.GetTempPath(), $"console-{Guid.NewGuid():N}");
        var command = $"cd {copy.Root} && {variables} ./build.sh --target=Lint; echo; echo ready-to-look; sleep 60";
        await TmuxAsync(socket, "new-session", "-d", "-x", $"{width}", "-y", "200", "bash", "-c", command);
        try
        {
            for (var tries = 0; tries < 1200; tries++)
            {
                var screen = await TmuxAsync(socket, ["capture-pane", "-p", .. withCodes ? ["-e"] : Array.Empty<string>()]);
                if (screen.Contains("ready-to-look", StringComparison.Ordinal))
                    return screen;
                await Task.Delay(500);
            }

            throw new TimeoutException("the run did not end within ten minutes");
        }
        finally
        {
            await TmuxAsync(socket, "kill-server");
        }
    }

    private static async Task<string> TmuxAsync(string socket, params string[] arguments)
    {
        var said = await new ToolRunner().RunAsync(
            new ToolCommand { Executable = "tmux", Arguments = ["-S", socket, .. arguments], Timeout = TimeSpan.FromSeconds(30) },
            CancellationToken.None);
        return said.Output;
    }
}
