using ContainerSecurity.Processes;

namespace Build.Tests.Gates.Lint.Runs;

/// <summary>No variable of the environment has a say in what is found, whichever engine judges.</summary>
public sealed class EnvironmentTests : IDisposable
{
    private const string Dockerfile = "FROM debian\nMAINTAINER x\n# hadolint ignore=DL3004\nRUN sudo id\nRUN sudo id\n";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lint-environment-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task The_built_in_engine_reads_none()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "Dockerfile"), Dockerfile);

        var (clean, cleanFindings) = await LintAsync(new Dictionary<string, string>());
        var (hostile, hostileFindings) = await LintAsync(HadolintVariables.All);

        Assert.Equal((1, 1), (clean, hostile));
        Assert.Contains("DL3004", cleanFindings, StringComparison.Ordinal);
        Assert.Equal(cleanFindings, hostileFindings);
    }

    /// <summary>A stand-in of the real one's place that notes what it was started with.</summary>
    [SkippableFact]
    public async Task Hadolint_gets_none_and_only_arguments_of_the_suite()
    {
        Skip.If(OperatingSystem.IsWindows(), "a shell script");
        var notes = Path.Combine(_folder.FullName, "notes");
        var standIn = Path.Combine(_folder.FullName, "hadolint");
        File.WriteAllText(
            standIn,
            $"#!/bin/sh\nif [ \"$1\" = --version ]; then echo 'Haskell Dockerfile Linter 2.15.1'; exit; fi\n{{ env; echo \"arguments: $*\"; }} "
            + $">>'{notes}'\necho '[]'\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(standIn, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        using var bench = new LintBench { Hadolint = new ToolRunner(), HadolintPath = standIn };
        bench.Write("Dockerfile", Dockerfile);
        bench.Write("hadolint.yaml", "format: codacy\nno-fail: true\nignored: [DL3006]\n");

        foreach (var (name, value) in HadolintVariables.All)
            Environment.SetEnvironmentVariable(name, value);
        try
        {
            await bench.LintAsync();
        }
        finally
        {
            foreach (var name in HadolintVariables.All.Keys)
                Environment.SetEnvironmentVariable(name, null);
        }

        var seen = await File.ReadAllLinesAsync(notes);
        Assert.DoesNotContain(
            seen, line => line.StartsWith("HADOLINT_", StringComparison.Ordinal) || line.StartsWith("NO_COLOR", StringComparison.Ordinal));
        Assert.Matches(
            "^arguments: --no-color --config /[^ ]+/hadolint.yaml --format json ./Dockerfile$",
            Assert.Single(seen, line => line.StartsWith("arguments:", StringComparison.Ordinal)));
    }

    private async Task<(int ExitCode, string Findings)> LintAsync(IReadOnlyDictionary<string, string> environment)
    {
        var (exit, _) = await SuiteProgram.LintAsync(_folder.FullName, environment, $"--dockerfile={Path.Combine(_folder.FullName, "Dockerfile")}");
        return (exit, await File.ReadAllTextAsync(Path.Combine(_folder.FullName, "out", "reports", "hadolint.json")));
    }
}
