using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Formats.Dockerfiles.Stages;
using ContainerSecurity.Rules.Hadolint;

namespace ContainerSecurity.Rules.Docker;

/// <summary>A relative path begins wherever the base image ended; once a WORKDIR is absolute, later ones follow it.</summary>
internal static class WorkdirRelativePath
{
    public static Rule<DockerBuild> Rule { get; } = DockerRule.Over(
        nameof(WorkdirRelativePath),
        "Make the first WORKDIR absolute.",
        build =>
            from stage in build.Stages
            where !stage.Inherits("WORKDIR")
            let first = stage.Steps.FirstOrDefault(step => step.Keyword == "WORKDIR")
            where first is not null && !IsAbsolute(first.Words.FirstOrDefault(""), stage)
            select new Hit(first.Line)) with
    {
        CoveredBy = DL3000.Rule.Id,
    };

    private static bool IsAbsolute(string path, BuildStage stage) =>
        path.StartsWith('/') || (IsOnWindows(stage) && (path.StartsWith('\\') || path is [_, ':', '/' or '\\', ..]));

    private static bool IsOnWindows(BuildStage stage) =>
        stage.Base is { } basis
            ? IsOnWindows(basis)
            : TargetPlatform.Parse(stage.Platform?.Text ?? PlatformArguments.AnyPlatform)?.System == "windows";
}
