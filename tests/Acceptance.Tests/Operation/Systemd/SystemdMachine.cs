using System.Globalization;
using Acceptance.Tests.DevContainers;
using ContainerSecurity.Processes;

namespace Acceptance.Tests.Operation.Systemd;

/// <summary>Debian 12 with systemd as its first process, in namespaces and a control group of its own. Needs root.</summary>
internal sealed class SystemdMachine : IDisposable
{
    private static readonly DebianFolder Debian = new("systemd", "bookworm", "systemd-sysv", "dbus");

    private readonly string _folder = Directory.CreateTempSubdirectory("systemd-").FullName;
    private readonly string _group;
    private ServerProcess? _systemd;
    private int _first;

    public SystemdMachine()
    {
        var mounts = File.ReadLines("/proc/mounts").Select(line => line.Split(' ')).Where(mount => mount[2] == "cgroup2").ToList();
        Requirement.Require(mounts.Count > 0, "control groups of version 2");
        _group = Path.Combine(mounts[0][1], Path.GetFileName(_folder));
    }

    /// <summary>What is added to Debian's files, to be filled before the start.</summary>
    public string Files => Path.Combine(_folder, "changed");

    /// <summary>Returns when systemd takes commands.</summary>
    public async Task StartAsync(TimeSpan limit)
    {
        var root = await Debian.EnsureAsync();
        Directory.CreateDirectory(_group);
        var script = Path.Combine(AppContext.BaseDirectory, "Operation", "Systemd", "machine.sh");
        _systemd = ServerProcess.Start("sh",
        [
            "-euc", """
                echo $$ > "$1/cgroup.procs"
                exec unshare --mount --pid --net --ipc --uts --cgroup --fork --kill-child sh "$2" "$3" "$4"
                """,
            "sh", _group, script, _folder, root,
        ]);
        await Waiting.ForAsync(
            async () => IsFirstKnown() && await SaysAsync("systemctl", "is-system-running") is "running" or "degraded", limit, () => _systemd.Said);
    }

    /// <summary>Runs a program inside, whatever its exit code.</summary>
    /// <returns>What it printed.</returns>
    public async Task<string> SaysAsync(params string[] command)
    {
        var result = await new ToolRunner().RunAsync(
            new ToolCommand
            {
                Executable = "nsenter",
                Arguments = ["--target", $"{_first}", "--mount", "--pid", "--net", "--ipc", "--uts", "--cgroup", .. command],
                Timeout = TimeSpan.FromMinutes(1),
                AcceptedExitCodes = [.. Enumerable.Range(0, 256)],
            },
            CancellationToken.None);
        return (result.Output + result.ErrorOutput).Trim();
    }

    public void Dispose()
    {
        _systemd?.Dispose();
        if (Directory.Exists(_group))
            RemoveGroup(_group);
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>The process that <c>unshare</c> made.</summary>
    private bool IsFirstKnown()
    {
        var children = File.ReadAllText($"/proc/{_systemd!.Id}/task/{_systemd.Id}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (children.Length == 0)
            return false;
        _first = int.Parse(children[0], CultureInfo.InvariantCulture);
        return File.ReadAllText($"/proc/{_first}/comm") == "systemd\n";
    }

    private static void RemoveGroup(string group)
    {
        foreach (var inner in Directory.GetDirectories(group))
            RemoveGroup(inner);
        // Only empty ones go, and their files are not files.
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                Directory.Delete(group);
                return;
            }
            catch (IOException) when (attempt < 100)
            {
                Thread.Sleep(100);
            }
        }
    }
}
