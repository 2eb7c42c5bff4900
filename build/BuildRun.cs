using ContainerSecurity.Checkout;
using ContainerSecurity.Formats.ReleasePolicies;
using ContainerSecurity.Options;
using ContainerSecurity.Processes;
using ContainerSecurity.Tools;
using ContainerSecurity.Tools.Acquisition;

namespace ContainerSecurity;

/// <summary>Everything that one run shares: the fixed input, access to processes and network, and what tasks pass on.</summary>
public sealed class BuildRun
{
    private readonly Lazy<ToolsLock> _locked;
    private readonly Lazy<IToolSource> _tools;
    private readonly Lazy<BuildPaths> _judged;

    /// <param name="log">Receives every command line before it runs, with secrets masked.</param>
    internal BuildRun(BuildOptions options, BuildPaths paths, CancellationToken cancellation, Action<string>? log = null)
    {
        Options = options;
        Paths = paths;
        Cancellation = cancellation;
        Runner = new ToolRunner(log);
        _locked = new(() => ToolsLock.Load(paths.ToolsLock));
        _tools = new(() => CreateToolSource(HostPlatform.Name));
        _judged = new(() => ReleasePolicyFile.JudgedPaths(options.Repository, options.Policy, paths));
    }

    public BuildOptions Options { get; }

    public BuildPaths Paths { get; }

    /// <summary>
    /// The paths of the repository that is judged: this one, or the one that <c>--repository</c> names or <c>--policy</c> speaks of.
    /// </summary>
    public BuildPaths Judged => _judged.Value;

    /// <summary>Whether the image is this repository's, built here.</summary>
    public bool BuildsImage => Options is { Image: null, Input: null } && Judged.Root == Paths.Root;

    public BuildState State { get; } = new();

    /// <summary>Fires on Ctrl-C and SIGTERM.</summary>
    public CancellationToken Cancellation { get; }

    internal IToolRunner Runner { get; }

    internal ToolsLock ToolsLock => _locked.Value;

    /// <summary>The pinned tools for this machine.</summary>
    internal IToolSource Tools => _tools.Value;

    /// <summary>The pinned tools for another platform, such as the image's.</summary>
    internal IToolSource CreateToolSource(string platform) => CreateToolSource(new ToolSourceSettings { Cache = Paths.Cache, Platform = platform });

    /// <summary>The pinned tools, acquired with other settings than those of a scan.</summary>
    internal IToolSource CreateToolSource(ToolSourceSettings settings) =>
        new ToolSource(ToolsLock, settings with { Offline = Options.Offline }, Runner);
}
