using System.Text.RegularExpressions;

namespace ContainerSecurity.Formats.Dockerfiles;

/// <summary>The name of an image, taken apart.</summary>
/// <param name="Registry">The host; null for an image of Docker Hub.</param>
/// <param name="Name">Without registry, tag and digest.</param>
/// <param name="Digest">With its algorithm: <c>sha256:…</c>.</param>
internal sealed partial record ImageReference(string? Registry, string Name, string? Tag, string? Digest)
{
    private const int LongestName = 255;

    /// <summary>As engines read it (distribution/reference, normalised names).</summary>
    /// <returns>Null when the text does not name an image.</returns>
    public static ImageReference? Parse(string text)
    {
        if (Identifier().IsMatch(text))
            return null;
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var registry = slash >= 0 && IsRegistry(text[..slash]) ? text[..slash] : null;
        var match = Reference().Match(registry is null ? text : text[(slash + 1)..]);
        return match.Success && match.Groups["name"].Length <= LongestName && (registry is null || Domain().IsMatch(registry))
            ? new ImageReference(registry, match.Groups["name"].Value, Group(match, "tag"), Group(match, "digest"))
            : null;
    }

    /// <summary>As Hadolint reads it: any text names an image, variables stay as they are, and only a host with a dot counts as a registry.</summary>
    public static ImageReference ParseAsHadolint(string text)
    {
        var match = HadolintReference().Match(text);
        return new ImageReference(Group(match, "registry"), match.Groups["name"].Value, Group(match, "tag"), Group(match, "digest"));
    }

    private static string? Group(Match match, string name) => match.Groups[name] is { Success: true } group ? group.Value : null;

    // What has neither dot nor port is a folder of Docker Hub, unless it cannot be one.
    private static bool IsRegistry(string first) => first.AsSpan().ContainsAny('.', ':') || first == "localhost" || first.Any(char.IsUpper);

    [GeneratedRegex(@"^[a-f0-9]{64}\z")]
    private static partial Regex Identifier();

    [GeneratedRegex(
        @"^(?:(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])(?:\.(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9]))*"
        + @"|\[[a-fA-F0-9:]+\])(?::[0-9]+)?\z")]
    private static partial Regex Domain();

    [GeneratedRegex(
        @"^(?<name>[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*)(?::(?<tag>\w[\w.-]{0,127}))?"
        + @"(?:@(?<digest>[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}))?\z", RegexOptions.ECMAScript)]
    private static partial Regex Reference();

    // A colon inside ${NAME:-default} separates no tag.
    [GeneratedRegex(@"^(?:(?<registry>[^/.]+\.[^/]+)/)?(?<name>(?:\$\{[^}]*\}|[^:@])+)(?::(?<tag>(?:\$\{[^}]*\}|[^@])+))?(?:@(?<digest>.+))?\z")]
    private static partial Regex HadolintReference();
}
