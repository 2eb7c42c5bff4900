using System.Collections.Immutable;
using ContainerSecurity.Findings;
using ContainerSecurity.Rules.Facts;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>Images come only from registries that are trusted.</summary>
internal static class DL3026
{
    public static Rule<LintedFile> Rule { get; } = HadolintRule.OverAll(
        "DL3026",
        Severity.High,
        "The image is not from a trusted registry (`trustedRegistries` in the configuration).",
        Untrusted);

    private static IEnumerable<int> Untrusted(LintedFile file)
    {
        var trusted = file.Settings.TrustedRegistries;
        if (trusted.IsEmpty)
            yield break;
        var stages = new HashSet<string>();
        foreach (var instruction in file.Instructions)
        {
            if (Images(instruction).Any(image => !stages.Contains(image.Name) && !IsTrusted(image, trusted)))
                yield return instruction.Line;
            if (instruction is { Keyword: "FROM", BaseImage.Alias: { } alias })
                stages.Add(alias);
        }
    }

    private static IEnumerable<(string? Registry, string Name)> Images(LintedInstruction instruction) => instruction.Keyword switch
    {
        "FROM" => [(instruction.BaseImage.Image.Registry, instruction.BaseImage.Name)],
        "COPY" when instruction.CopiedFrom is { } source => [Split(source)],
        "RUN" => instruction.Mounts.Where(mount => mount.Type is "cache" or "bind").Select(mount => Split(mount.From ?? "scratch")),
        _ => [],
    };

    private static (string? Registry, string Name) Split(string image)
    {
        var slash = image.IndexOf('/', StringComparison.Ordinal);
        return slash >= 0 && image[..slash].Contains('.') ? (image[..slash], image[(slash + 1)..]) : (null, image);
    }

    private static bool IsTrusted((string? Registry, string Name) image, ImmutableArray<string> trusted) => image.Registry is { } registry
        ? trusted.Any(pattern => Matches(pattern, registry))
        : image.Name == "scratch" || trusted.Any(pattern => Matches(pattern, "docker.io") || Matches(pattern, "hub.docker.com"));

    private static bool Matches(string pattern, string registry)
    {
        if (pattern.StartsWith('*'))
            return registry.EndsWith(pattern[1..], StringComparison.Ordinal);
        return pattern.EndsWith('*') ? registry.StartsWith(pattern[..^1], StringComparison.Ordinal) : registry == pattern;
    }
}
