using System.Collections.Immutable;
using System.Text;
using Build.Tests.Checkout;
using ContainerSecurity.Checkout;
using ContainerSecurity.Findings;
using ContainerSecurity.Gates;
using ContainerSecurity.Gates.Inputs;
using ContainerSecurity.Gates.Lint;
using ContainerSecurity.Options;
using ContainerSecurity.Processes;
using ContainerSecurity.Tools;

namespace Build.Tests.Gates.Lint;

/// <summary>A repository in a temporary folder, linted by the gate.</summary>
internal sealed class LintBench : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("lint-gate-");

    public string Root => _root.FullName;

    /// <summary>What stands for the downloaded Hadolint; without one it is not available.</summary>
    public IToolRunner? Hadolint { get; init; }

    /// <summary>Where it lies.</summary>
    public string HadolintPath { get; init; } = "/cache/hadolint";

    /// <summary>What stands for the installed ShellCheck; without one it is not there.</summary>
    public IToolRunner? ShellCheck { get; init; }

    public void Dispose() => _root.Delete(recursive: true);

    /// <summary>What the builder could not execute.</summary>
    public ImmutableArray<Finding> BuilderFindings { get; set; } = [];

    public void Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    public void Write(string path, byte[] content)
    {
        var file = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, content);
    }

    public Task<GateResult> LintAsync(Func<BuildOptions, BuildOptions>? change = null)
    {
        var options = new BuildOptions { Rids = ["linux-x64"], Output = Path.Combine(Root, "artifacts") };
        options = change?.Invoke(options) ?? options;
        var paths = new BuildPaths(Root, options.Output, Path.Combine(Root, "cache"));
        var files = Listed.Files(paths);
        var configurations = ConfigurationInputReader.Read(files, CancellationToken.None);
        var dockerfiles = DockerfileFinder.Find(files, configurations, options.Dockerfiles);
        var input = new GateInput
        {
            Options = options,
            Paths = paths,
            Files = files,
            BuilderFindings = BuilderFindings,
            Configurations = configurations,
            LintedDockerfiles = dockerfiles.Sources,
            NotJudged = dockerfiles.NotJudged,
        };
        return LintGate
            .Create(new Source(Hadolint is not null ? HadolintPath : null), new Runner(Hadolint, ShellCheck))
            .RunAsync(input, CancellationToken.None);
    }

    private sealed class Source(string? path) : IToolSource
    {
        public Task<AcquiredTool> AcquireAsync(string name, CancellationToken cancellation) => Task.FromResult(path is not null
            ? new AcquiredTool(path, "2.15.1", "GitHub release", null)
            : new AcquiredTool(null, null, null, "github.com does not answer."));
    }

    private sealed class Runner(IToolRunner? hadolint, IToolRunner? shellCheck) : IToolRunner
    {
        public Task<ToolResult> RunAsync(ToolCommand command, CancellationToken cancellation) => command.Executable switch
        {
            "shellcheck" => shellCheck?.RunAsync(command, cancellation) ?? throw new ToolNotFoundException("shellcheck"),
            _ => hadolint?.RunAsync(command, cancellation) ?? throw new InvalidOperationException($"Nothing should start {command.Executable}."),
        };
    }
}
