using Acceptance.Tests.DevContainers;

namespace Acceptance.Tests.Operation.Systemd;

/// <summary>The unit under a real systemd, installed as docs/operations.md says: it serves, is as locked as it says, reloads and ends well.</summary>
public sealed class SystemdServiceTests
{
    private const string Unit = "claude-code-proxy";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    [SkippableFact]
    public async Task The_service_runs_locked_down_reloads_and_stops()
    {
        Requirement.Root();
        Requirement.ProxyBinary();
        using var machine = new SystemdMachine();
        Install(machine.Files);
        await machine.StartAsync(Limit);
        await ForAsync(
            machine, () => machine.SaysAsync($"/usr/local/bin/{Unit}", "health"), said => said.Contains("answers on", StringComparison.Ordinal));

        await IsLockedAsync(machine);
        await machine.SaysAsync("sh", "-c", $"echo ANTHROPIC_DEFAULT_OPUS_MODEL=another >> /etc/{Unit}/.claude-code-proxy");
        await machine.SaysAsync("systemctl", "reload", Unit);
        await ForAsync(machine, () => LogAsync(machine), log => log.Contains("ANTHROPIC_DEFAULT_OPUS_MODEL", StringComparison.Ordinal));
        await machine.SaysAsync("systemctl", "stop", Unit);

        Assert.Equal(
            ("inactive", "success", "0"),
            (await ShowAsync(machine, "ActiveState"), await ShowAsync(machine, "Result"), await ShowAsync(machine, "ExecMainStatus")));
        Assert.Contains("stopping", await LogAsync(machine), StringComparison.Ordinal);
    }

    private static void Install(string files)
    {
        var settings = Directory.CreateDirectory(Path.Combine(files, "etc", Unit)).FullName;
        var units = Directory.CreateDirectory(Path.Combine(files, "etc/systemd/system")).FullName;
        var wanted = Directory.CreateDirectory(Path.Combine(units, "multi-user.target.wants")).FullName;
        var programs = Directory.CreateDirectory(Path.Combine(files, "usr/local/bin")).FullName;
        File.Copy(Repository.ProxyBinary, Path.Combine(programs, Unit));
        File.Copy(Path.Combine(Repository.Paths.Root, $"proxy/deploy/systemd/{Unit}.service"), Path.Combine(units, $"{Unit}.service"));
        File.CreateSymbolicLink(Path.Combine(wanted, $"{Unit}.service"), $"../{Unit}.service");
        File.WriteAllText(Path.Combine(settings, ".claude-code-proxy"), "OPENAI_BASE_URL=http://127.0.0.1:9/v1\n");
        File.WriteAllText(Path.Combine(settings, "openai-key"), "upstreams\n");
        File.SetUnixFileMode(Path.Combine(settings, "openai-key"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    private static async Task IsLockedAsync(SystemdMachine machine)
    {
        var process = await ShowAsync(machine, "MainPID");
        LockedDown.Check(await machine.SaysAsync("cat", $"/proc/{process}/status"));
        Assert.DoesNotContain("upstreams", await machine.SaysAsync("cat", $"/proc/{process}/environ"), StringComparison.Ordinal);
    }

    private static Task<string> LogAsync(SystemdMachine machine) => machine.SaysAsync("journalctl", "--unit", Unit, "--no-pager", "--output", "cat");

    private static Task<string> ShowAsync(SystemdMachine machine, string property) =>
        machine.SaysAsync("systemctl", "show", Unit, "--value", "--property", property);

    private static async Task ForAsync(SystemdMachine machine, Func<Task<string>> ask, Func<string, bool> isRight)
    {
        var said = "";
        try
        {
            await Waiting.ForAsync(async () => isRight(said = await ask()), Limit, () => said);
        }
        catch (Xunit.Sdk.XunitException)
        {
            Assert.Fail($"{said}\n{await LogAsync(machine)}");
        }
    }
}
