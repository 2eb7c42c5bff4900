using Build.Tests.Tools.Trivy;
using ContainerSecurity.Processes;
using ContainerSecurity.Tools.Acquisition;

namespace Acceptance.Tests.Trivy;

/// <summary>The Trivy of <c>tools.lock.json</c> for this machine, with a fixture of its own.</summary>
internal static class RealTrivy
{
    public static async Task<ScanFixture> SceneAsync()
    {
        var paths = Repository.Paths;
        var source = new ToolSource(ToolsLock.Load(paths.ToolsLock), new ToolSourceSettings { Cache = paths.Cache }, new ToolRunner());
        var tool = await source.AcquireAsync("trivy", CancellationToken.None);
        Requirement.Require(tool.Path is not null, $"Trivy ({tool.Unavailable})");
        return new ScanFixture { Tool = tool, Runner = new ToolRunner() };
    }

    /// <summary>What Debian's own tools would have left in an image with these packages.</summary>
    public static (string Path, string Content)[] Debian(params (string Name, string Source, string Version)[] packages) =>
    [
        ("etc/debian_version", "12.15\n"),
        ("etc/os-release", "ID=debian\nVERSION_ID=\"12\"\nPRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\"\n"),
        .. packages.Select(package => ($"var/lib/dpkg/status.d/{package.Name}", $"""
            Package: {package.Name}
            Source: {package.Source}
            Version: {package.Version}
            Architecture: amd64
            Maintainer: Somebody <somebody@example.com>
            Description: a package

            """)),
    ];
}
