using ContainerSecurity.Tools;
using ContainerSecurity.Tools.Acquisition;

namespace ContainerSecurity;

/// <summary>Everything one run shares: the fixed input, the doors to processes and network, and what tasks hand on.</summary>
public sealed class BuildRun
{
    private readonly Lazy<ToolsLock> _locked;
    private readonly Lazy<IToolSource> _tools;

    internal BuildRun(BuildOptions options, BuildPaths paths, CancellationToken cancellation)
    {
        Options = options;
        Paths = paths;
        Cancellation = cancellation;
        _locked = new(() => ToolsLock.Load(paths.ToolsLock));
        _tools = new(() => ToolsFor(HostPlatform.Name));
    }

    public BuildOptions Options { get; }

    public BuildPaths Paths { get; }

    public BuildState State { get; } = new();

    /// <summary>Fires on Ctrl-C and SIGTERM.</summary>
    public CancellationToken Cancellation { get; }

    internal IToolRunner Runner { get; } = new ToolRunner();

    internal ToolsLock Locked => _locked.Value;

    /// <summary>The pinned tools for this machine.</summary>
    internal IToolSource Tools => _tools.Value;

    /// <summary>The pinned tools for another platform, such as the image's.</summary>
    internal IToolSource ToolsFor(string platform) =>
        new ToolSource(Locked, new ToolSourceSettings { Cache = Paths.Cache, Platform = platform, Offline = Options.Offline }, Runner);
}
