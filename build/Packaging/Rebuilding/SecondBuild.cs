using System.Collections.Immutable;
using ContainerSecurity.Checkout;
using ContainerSecurity.Processes;
using ContainerSecurity.Tools.Dotnet;

namespace ContainerSecurity.Packaging.Rebuilding;

/// <summary>
/// Builds binary and image once more as somebody else would: from a copy of the sources in another folder, with another user name, home folder, time
/// zone, locale and umask. Nothing that the first build left is used but the packages of NuGet and the cache of verified tools.
/// </summary>
internal sealed class SecondBuild : IDisposable
{
    /// <summary>For reports and statements.</summary>
    public const string Builder = "this machine, in another folder, as another user, with another time zone, locale and umask";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(20);

    private readonly ScratchFolder _folder = new("second-build-");
    private readonly BuildPaths _paths;
    private readonly IToolRunner _runner;

    /// <param name="paths">Of the first build.</param>
    public SecondBuild(BuildPaths paths, IToolRunner runner) => (_paths, _runner) = (paths, runner);

    /// <param name="time">Of the sources, which a copy without git does not know.</param>
    /// <param name="onLine">Receives what the build says.</param>
    /// <returns>The paths of what it built; they go when this is disposed of.</returns>
    /// <exception cref="ToolFailedException">It does not build there.</exception>
    public async Task<BuildPaths> RunAsync(
        RepositoryFiles files, string rid, DateTimeOffset time, Action<string> onLine, CancellationToken cancellation)
    {
        var (sources, home) = (Path.Combine(_folder.Path, "other folder"), Path.Combine(_folder.Path, "home"));
        FileCopies.Copy(files.Root, files.Committable, sources, cancellation);
        LinkPackages(home);
        var built = _paths with { Root = sources, Output = Path.Combine(_folder.Path, "built") };
        await _runner.RunAsync(Command(built, home, rid, time) with { OnLine = onLine }, cancellation);
        return built;
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>NuGet's packages under a path of their own, and where it finds its configuration.</summary>
    private static void LinkPackages(string home)
    {
        var folder = Path.Combine(home, ".nuget");
        Directory.CreateDirectory(folder);
        Directory.CreateSymbolicLink(Path.Combine(folder, "packages"), DotnetCommands.PackageFolder);
        var configuration = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "NuGet");
        if (Directory.Exists(configuration))
            Directory.CreateSymbolicLink(Path.Combine(folder, "NuGet"), configuration);
    }

    private ToolCommand Command(BuildPaths built, string home, string rid, DateTimeOffset time) => new()
    {
        Executable = "sh",
        Arguments =
        [
            "-c", "umask 077; exec \"$@\"", "second-build",
            "bash", "build.sh", "--target=Image", $"--rid={rid}", $"--output={built.Output}", "--no-install", "--offline",
        ],
        WorkingDirectory = built.Root,
        Environment = Surroundings(home, time),
        Timeout = Limit,
        MayQuoteOutput = true,
    };

    private ImmutableSortedDictionary<string, string?> Surroundings(string home, DateTimeOffset time)
    {
        var variables = ImmutableSortedDictionary.CreateBuilder<string, string?>();
        variables["HOME"] = home;
        variables["USER"] = variables["LOGNAME"] = "second-builder";
        variables["TZ"] = "Pacific/Chatham";
        variables["LANG"] = variables["LC_ALL"] = "tr_TR.UTF-8";
        variables["XDG_CACHE_HOME"] = Path.GetDirectoryName(_paths.Cache);
        variables[SourceDate.Variable] = $"{time.ToUnixTimeSeconds()}";
        if (Environment.GetEnvironmentVariable("DOTNET_ROOT") is { Length: > 0 } root)
            variables["DOTNET_ROOT"] = root;
        return variables.ToImmutable();
    }
}
