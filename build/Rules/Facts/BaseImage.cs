using System.Text.RegularExpressions;
using ContainerSecurity.Formats.Dockerfiles;

namespace ContainerSecurity.Rules.Facts;

/// <summary>The words of a FROM as Hadolint reads them; two FROM lines with the same words are equal.</summary>
/// <param name="Registry">Only a host with a dot counts as one.</param>
/// <param name="Name">Without registry, tag and digest.</param>
internal sealed partial record BaseImage(string? Registry, string Name, string? Tag, string? Digest, string? Alias, string? Platform)
{
    /// <summary>What stands for the base where there is no FROM.</summary>
    public static BaseImage None { get; } = new(null, "scratch", null, null, null, null);

    /// <summary>The name under which later stages know this one.</summary>
    public string StageName => Alias ?? Name;

    public static BaseImage Of(Instruction from)
    {
        var words = from.RawArguments;
        var match = Reference().Match(words.FirstOrDefault(""));
        return new BaseImage(
            Group(match, "registry"),
            match.Groups["name"].Value,
            Group(match, "tag"),
            Group(match, "digest"),
            words.Length == 3 ? words[2] : null,
            from.Flags.FirstOrDefault(flag => flag.Name == "platform")?.Value);
    }

    private static string? Group(Match match, string name) => match.Groups[name] is { Success: true } group ? group.Value : null;

    // A colon inside ${NAME:-default} separates no tag.
    [GeneratedRegex(@"^(?:(?<registry>[^/.]+\.[^/]+)/)?(?<name>(?:\$\{[^}]*\}|[^:@])+)(?::(?<tag>(?:\$\{[^}]*\}|[^@])+))?(?:@(?<digest>.+))?\z")]
    private static partial Regex Reference();
}
