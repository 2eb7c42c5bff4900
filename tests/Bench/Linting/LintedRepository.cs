using System.Diagnostics;
using ContainerSecurity;
using ContainerSecurity.Checkout;
using ContainerSecurity.Findings;
using ContainerSecurity.Gates;
using ContainerSecurity.Gates.Inputs;
using ContainerSecurity.Gates.Lint;
using ContainerSecurity.Options;
using ContainerSecurity.Processes;

namespace Bench.Linting;

/// <summary>Lints a repository by the built-in engine: lists its files, reads them, judges them.</summary>
internal sealed class LintedRepository(string root, string cache)
{
    private static readonly BuildPaths Own = BuildPaths.Find();

    /// <exception cref="InvalidDataException">The gate could not judge, or found nothing.</exception>
    public async Task<TimeSpan> LintAsync(IToolRunner runner)
    {
        var paths = Own with { Root = root, Output = Path.Combine(root, "artifacts"), Cache = cache };
        var options = CommandLine.Parse(["--lint-engine=built-in"], root).Options;
        var gate = LintGate.Create(new BuildRun(options, Own, CancellationToken.None).Tools, runner);
        var clock = Stopwatch.StartNew();
        var files = await new RepositoryListing(runner, paths).ReadAsync(CancellationToken.None);
        var configurations = ConfigurationInputReader.Read(files, CancellationToken.None);
        var input = new GateInput
        {
            Options = options,
            Paths = paths,
            Files = files,
            Configurations = configurations,
            LintedDockerfiles = DockerfileFinder.Find(files, configurations, options.Dockerfiles).Sources,
        };
        var result = await gate.RunAsync(input, CancellationToken.None);
        return result.Verdict != Verdict.Error && result.Findings.Any()
            ? clock.Elapsed
            : throw new InvalidDataException($"lint said {result.Verdict} of {root}: {string.Join(' ', result.Notes)}");
    }
}
