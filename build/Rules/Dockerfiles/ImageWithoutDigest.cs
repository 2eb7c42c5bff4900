using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Rules.Facts;

namespace ContainerSecurity.Rules.Dockerfiles;

/// <summary>A tag can be moved to another image at any time; a digest cannot.</summary>
internal static class ImageWithoutDigest
{
    public static Rule<CommandSource> Rule { get; } = new(
        "CS1003",
        Severity.Medium,
        "An image is not named by its digest.",
        "Write NAME:TAG@sha256:DIGEST; `docker buildx imagetools inspect NAME:TAG` shows the digest.")
    {
        Check = file => Bases(file).Concat(Copied(file)),
    };

    private static IEnumerable<Hit> Bases(CommandSource file) =>
        from stage in file.Stages
        where stage.Base is null && !IsFixed(stage.Image.Text)
        select new Hit(
            stage.From.Line, string.IsNullOrEmpty(stage.Image.Text) ? $"{stage.Stage.BaseImage} has no default" : $"FROM {stage.Image.Text}");

    /// <summary>Files come in from images by COPY --from and RUN --mount too.</summary>
    private static IEnumerable<Hit> Copied(CommandSource file) =>
        from step in file.Steps
        from source in SourcesOf(step.Instruction)
        where !IsFixed(source) && !file.Stages.Any(stage => stage.IsNamed(source))
        select new Hit(step.Line, $"{step.Keyword} from {source}");

    private static IEnumerable<string> SourcesOf(Instruction instruction) => instruction.Keyword switch
    {
        "COPY" => instruction.Flags.Where(flag => flag is { Name: "from", Value.Length: > 0 }).Select(flag => flag.Value!),
        "RUN" => RunMount.Read(instruction).Select(mount => mount.From ?? "").Where(source => source.Length > 0),
        _ => [],
    };

    private static bool IsFixed(string? image) => image == "scratch" || image?.Contains("@sha256:", StringComparison.Ordinal) == true;
}
