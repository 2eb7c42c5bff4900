using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Rules.Facts;

namespace ContainerSecurity.Rules.Dockerfiles;

/// <summary>A tag can be moved to another image at any time; a digest cannot.</summary>
internal static class CS1003
{
    public static OwnRule Rule { get; } = new(
        "CS1003",
        LintLevel.Warning,
        "An image is not named by its digest.",
        "Write NAME:TAG@sha256:DIGEST; `docker buildx imagetools inspect NAME:TAG` shows the digest.")
    {
        OfDockerfile = file => Bases(file).Concat(Copied(file)),
    };

    private static IEnumerable<LintHit> Bases(JudgedDockerfile file) =>
        from stage in file.Build.Stages
        where stage.Base is null && !IsFixed(stage.Image.Text)
        select new LintHit(stage.From.Line, string.IsNullOrEmpty(stage.Image.Text) ? $"{stage.Stage.BaseImage} has no default" : $"FROM {stage.Image.Text}");

    /// <summary>Files come in from images by COPY --from and RUN --mount too.</summary>
    private static IEnumerable<LintHit> Copied(JudgedDockerfile file) =>
        from step in file.Steps
        from source in SourcesOf(step.Instruction)
        where !IsFixed(source) && !file.Build.Stages.Any(stage => stage.IsNamed(source))
        select new LintHit(step.Line, $"{step.Keyword} from {source}");

    private static IEnumerable<string> SourcesOf(Instruction instruction) => instruction.Keyword switch
    {
        "COPY" => instruction.Flags.Where(flag => flag is { Name: "from", Value.Length: > 0 }).Select(flag => flag.Value!),
        "RUN" => RunMount.Of(instruction).Select(mount => mount.From ?? "").Where(source => source.Length > 0),
        _ => [],
    };

    private static bool IsFixed(string? image) => image == "scratch" || image?.Contains("@sha256:", StringComparison.Ordinal) == true;
}
