using System.Diagnostics;
using Build.Tests.Images;
using Build.Tests.Tools.Trivy;
using ContainerSecurity.Processes;
using ContainerSecurity.Tools.Trivy;
using ContainerSecurity.Tools.Trivy.Database;

namespace Acceptance.Tests.Trivy;

/// <summary>A cache on a disk of 60 kB, which is less than the made-up database needs.</summary>
public sealed class FullDiskTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private bool _mounted;

    public void Dispose()
    {
        if (_mounted)
            Run("umount", _folder["disk"]);
        _folder.Dispose();
    }

    [SkippableFact]
    public async Task A_database_that_does_not_fit_is_none_and_nothing_of_it_stays()
    {
        Requirement.Root();
        using var scene = await RealTrivy.SceneAsync();
        await using var registry = await DatabaseRegistry.StartAsync(ScanFixture.Now);
        Directory.CreateDirectory(_folder["disk"]);
        _mounted = Run("mount", "-t", "tmpfs", "-o", "size=60k,mode=700", "tmpfs", _folder["disk"]);
        Requirement.Require(_mounted, "the right to mount a tmpfs");
        var supply = new DatabaseCache(
            new DatabaseDownload(new ToolRunner()) { Mirrors = [registry.Mirror("good")], RetryDelay = TimeSpan.Zero },
            new FixedClock(ScanFixture.Now));

        var state = await supply.GetAsync(
            TrivyTool.From(scene.Tool)!, scene.Input().Options.Database, scene.Paths with { Cache = _folder["disk"] }, CancellationToken.None);

        Assert.False(state.IsUsable);
        Assert.NotNull(state.NotRefreshed);
        Assert.NotEmpty(registry.Asked);
        Assert.Empty(Directory.GetFiles(_folder["disk"], "trivy.db", SearchOption.AllDirectories));
    }

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
