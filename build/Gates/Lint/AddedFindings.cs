using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Formats.Dockerfiles.Stages;
using ContainerSecurity.Formats.Hadolint;
using ContainerSecurity.Rules.Facts;

namespace ContainerSecurity.Gates.Lint;

/// <summary>What Hadolint lacks, whoever lints: Docker's checks, which otherwise need an engine, and the own rules, also over the commands of other files.</summary>
/// <param name="Findings">By the path of the file, in the order of lines.</param>
internal sealed record AddedFindings(ILookup<string, Finding> Findings, CommandFileFindings Commands)
{
    public static AddedFindings Of(GateInput input, LintConfiguration configuration)
    {
        var ignoreFiles = new ContextIgnoreFiles(input.Paths.Root);
        var found = input.LintedDockerfiles.Select(source => source.Parsed.Dockerfile).OfType<Dockerfile>().SelectMany(dockerfile =>
        {
            var (build, file) = (new DockerBuild(dockerfile, () => ignoreFiles.Of(dockerfile.Path)), LintedFile.Of(dockerfile, configuration));
            return DockerFindings.Of(build, file).Concat(OwnFindings.Of(build, file));
        });
        // Who names Dockerfiles wants those judged and nothing else.
        var commands = input.Options.Dockerfiles.IsEmpty ? CommandFileFindings.Of(input.Files, configuration) : CommandFileFindings.None;
        return new AddedFindings(found.ToLookup(finding => finding.File!), commands);
    }

    /// <summary>What the engine found and this, file by file.</summary>
    public LintRun To(LintRun run, GateInput input)
    {
        var found = run.Findings.ToLookup(finding => finding.File!);
        return run with
        {
            Findings =
            [
                .. input.LintedDockerfiles.SelectMany(source => found[source.Path].Concat(Findings[source.Path]).OrderBy(finding => finding.Line)),
                .. Commands.Findings.OrderBy(finding => finding.File, StringComparer.Ordinal).ThenBy(finding => finding.Line),
            ],
            CommandFiles = Commands.Files,
            Notes = [.. run.Notes, "Docker's build checks ran too, but InvalidBaseImagePlatform, which must ask a registry."],
        };
    }
}
