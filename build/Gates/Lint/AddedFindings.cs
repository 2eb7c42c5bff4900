using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Formats.Dockerfiles.Stages;
using ContainerSecurity.Formats.Hadolint;
using ContainerSecurity.Rules.Facts;

namespace ContainerSecurity.Gates.Lint;

/// <summary>What Hadolint lacks, with either engine: Docker's checks, and the own rules over Dockerfiles and the commands of other files.</summary>
/// <param name="Findings">By the path of the file, in the order of lines.</param>
internal sealed record AddedFindings(ILookup<string, Finding> Findings, CommandFileFindings Commands)
{
    public static AddedFindings Find(GateInput input, LintConfiguration configuration)
    {
        var ignoreFiles = new ContextIgnoreFiles(input.Paths.Root);
        var found = input.LintedDockerfiles.Select(source => source.Parsed.Dockerfile).OfType<Dockerfile>().SelectMany(dockerfile =>
        {
            var (build, file) = (new DockerBuild(dockerfile, () => ignoreFiles.Find(dockerfile.Path)), LintedFile.Create(dockerfile, configuration));
            return DockerFindings.Find(build, file).Concat(OwnFindings.Find(build, file));
        });
        // With --dockerfile, lint judges the named files and nothing else.
        var commands = input.Options.Dockerfiles.IsEmpty
            ? CommandFileFindings.Find(input.Configurations, input.Files, configuration)
            : CommandFileFindings.None;
        var byFile = found.ToLookup(finding => finding.File!);
        return new AddedFindings(byFile, commands with { Findings = [.. commands.Findings, .. ignoreFiles.Unreadable] });
    }

    /// <summary>What the engine found and this, file by file.</summary>
    public LintRun To(LintRun run, GateInput input)
    {
        var found = run.Findings.ToLookup(finding => finding.File!);
        return run with
        {
            Findings =
            [
                .. input.LintedDockerfiles.Select(source => source.Path).Distinct()
                    .SelectMany(path => found[path].Concat(Findings[path]).OrderBy(finding => finding.Line)),
                .. Commands.Findings.OrderBy(finding => finding.File, StringComparer.Ordinal).ThenBy(finding => finding.Line),
            ],
            CommandFiles = Commands.Files,
            Notes = [.. run.Notes, "Docker's build checks ran too, but InvalidBaseImagePlatform, which must ask a registry."],
        };
    }
}
