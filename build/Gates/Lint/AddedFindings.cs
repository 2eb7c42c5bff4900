using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Dockerfiles.Stages;
using ContainerSecurity.Formats.Hadolint;
using ContainerSecurity.Gates.Inputs;
using ContainerSecurity.Rules.Facts;

namespace ContainerSecurity.Gates.Lint;

/// <summary>What Hadolint lacks, with either engine: Docker's checks, and the own rules over Dockerfiles and the commands of other files.</summary>
/// <param name="Findings">By the path of the file, in the order of lines.</param>
internal sealed record AddedFindings(ILookup<string, Finding> Findings, CommandFileFindings Commands)
{
    public static AddedFindings Find(GateInput input, LintConfiguration configuration)
    {
        var ignoreFiles = new ContextIgnoreFiles(input.Paths.Root);
        var (contexts, found, scripts) = (new ContextFolders(input.Files, ignoreFiles), new List<Finding>(), new CopiedScripts(configuration));
        foreach (var linted in input.LintedDockerfiles)
        {
            if (linted.Parsed.Dockerfile is not { } dockerfile)
                continue;
            var (build, file) = (new DockerBuild(dockerfile, () => ignoreFiles.Find(dockerfile.Path)), LintedFile.Create(dockerfile, configuration));
            var source = CommandSourceReader.Read(build, configuration, contexts.Find(linted, build));
            var own = OwnFindings.Find(source, file).ToLookup(finding => finding.File == dockerfile.Path);
            found.AddRange([.. DockerFindings.Find(build, file), .. own[true]]);
            scripts.Add(source, own[false]);
        }

        // With --dockerfile, lint judges the named files and nothing else.
        var commands = input.Options.Dockerfiles.IsEmpty
            ? CommandFileFindings.Find(input.Configurations, input.Files, configuration)
            : CommandFileFindings.None;
        commands = scripts.AddTo(commands);
        return new AddedFindings(
            found.ToLookup(finding => finding.File!),
            commands with
            {
                Findings =
                [
                    .. commands.Findings,
                    .. ignoreFiles.Unread.Select(unread => BuiltInLinter.Refused(unread.Place.File!, unread.Place.Line!.Value, unread.Why)),
                ],
            });
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
