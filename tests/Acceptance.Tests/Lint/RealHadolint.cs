using Build.Tests.Gates.Lint;
using ContainerSecurity.Formats.Hadolint;
using ContainerSecurity.Processes;
using ContainerSecurity.Tools.Acquisition;
using ContainerSecurity.Tools.Hadolint;

namespace Acceptance.Tests.Lint;

/// <summary>
/// The released Hadolint. It is on GitHub alone, which not every continuous integration reaches: with <c>REQUIRE_HADOLINT=1</c> its absence is a
/// failure.
/// </summary>
internal sealed class RealHadolint(HadolintEngine engine)
{
    public static async Task<RealHadolint?> FindAsync(ToolRunner runner)
    {
        var source = new ToolSource(ToolsLock.Load(Repository.Paths.ToolsLock), new ToolSourceSettings { Cache = Repository.Paths.Cache }, runner);
        var tool = await source.AcquireAsync("hadolint", CancellationToken.None);
        if (tool.Path is not null)
            return new RealHadolint(new HadolintEngine(runner, tool.Path, tool.Version!));
        var required = Environment.GetEnvironmentVariable("REQUIRE_HADOLINT") == "1";
        Assert.False(required, $"REQUIRE_HADOLINT is set and Hadolint is missing: {tool.Unavailable}");
        return null;
    }

    /// <returns>The same Dockerfiles with what it finds in them.</returns>
    public async Task<IReadOnlyList<HadolintFindings>> LintAsync(IEnumerable<RecordedLint> dockerfiles)
    {
        var found = new List<HadolintFindings>();
        foreach (var group in dockerfiles.GroupBy(dockerfile => dockerfile.Config))
            found.AddRange(await LintAsync([.. group], group.First().Configuration));
        return found;
    }

    private async Task<IEnumerable<HadolintFindings>> LintAsync(IReadOnlyList<RecordedLint> dockerfiles, LintConfiguration configuration)
    {
        var folder = Directory.CreateTempSubdirectory("lint-");
        try
        {
            foreach (var dockerfile in dockerfiles)
                await File.WriteAllTextAsync(Path.Combine(folder.FullName, dockerfile.Path), dockerfile.Dockerfile);
            var files = dockerfiles.Select(dockerfile => dockerfile.Path);
            var findings = await engine.LintAsync(folder.FullName, [.. files], configuration, CancellationToken.None);
            var byFile = findings.ToLookup(finding => finding.File!);
            return [.. dockerfiles.Select(dockerfile => new HadolintFindings(dockerfile, [.. byFile[dockerfile.Path]]))];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
