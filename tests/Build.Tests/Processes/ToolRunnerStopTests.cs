using System.Diagnostics;
using ContainerSecurity.Processes;
using static Build.Tests.Processes.ShellRun;

namespace Build.Tests.Processes;

public sealed class ToolRunnerStopTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("runner-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_timeout_kills_the_grandchild_too()
    {
        var pids = Path.Combine(_folder.FullName, "pids");
        var command = Script($"sh -c 'echo $$ >>\"$0\"; sleep 300' \"$0\" & echo $$ >>\"$0\"; wait", pids) with { Timeout = TimeSpan.FromSeconds(2) };

        var failed = await Assert.ThrowsAsync<ToolFailedException>(() => Run(command));

        Assert.Contains("did not end within 2 s", failed.Message, StringComparison.Ordinal);
        AssertDead(pids, 2);
    }

    [Fact]
    public async Task A_timeout_kills_a_grandchild_whose_parent_is_gone_and_that_holds_the_pipe()
    {
        var pids = Path.Combine(_folder.FullName, "pids");
        var command = Script("(sh -c 'echo $$ >>\"$0\"; exec sleep 300' \"$0\" &) ; exit 0", pids) with { Timeout = TimeSpan.FromSeconds(2) };

        await Assert.ThrowsAsync<ToolFailedException>(() => Run(command));

        AssertDead(pids, 1);
    }

    [Fact]
    public async Task Cancellation_kills_the_tree_and_is_not_a_failed_tool()
    {
        var pids = Path.Combine(_folder.FullName, "pids");
        using var cancellation = new CancellationTokenSource();
        var running = new ToolRunner()
            .RunAsync(Script("sleep 300 & echo $! $$ | tr ' ' '\\n' >\"$0.new\"; mv \"$0.new\" \"$0\"; wait", pids), cancellation.Token);
        await Appears(pids);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        AssertDead(pids, 2);
    }

    [Fact]
    public async Task A_run_that_is_cancelled_before_it_starts_starts_nothing()
    {
        var trace = Path.Combine(_folder.FullName, "trace");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new ToolRunner()
            .RunAsync(Script("touch \"$0\"", trace), new CancellationToken(canceled: true)));

        Assert.False(File.Exists(trace));
    }

    private static void AssertDead(string pids, int expected)
    {
        var started = File.ReadAllLines(pids);
        Assert.Equal(expected, started.Length);
        Assert.All(started, pid => Assert.True(IsDead(int.Parse(pid)), $"process {pid} still runs"));
    }

    // A killed orphan may wait for its new parent to collect it: a zombie (Z) is dead.
    private static bool IsDead(int pid) =>
        SpinWait.SpinUntil(() => !File.Exists($"/proc/{pid}/stat") || State(pid) is 'Z' or 'X', TimeSpan.FromSeconds(5));

    private static char State(int pid)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{pid}/stat");
            return stat[stat.LastIndexOf(')') + 2];
        }
        catch (IOException)
        {
            return 'X';
        }
    }

    private static async Task Appears(string file)
    {
        var clock = Stopwatch.StartNew();
        while (!File.Exists(file) && clock.Elapsed < Soon)
            await Task.Delay(20);
    }
}
