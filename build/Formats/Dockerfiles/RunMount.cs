using System.Collections.Immutable;

namespace ContainerSecurity.Formats.Dockerfiles;

/// <summary>A <c>--mount</c> of RUN.</summary>
/// <param name="Type"><c>bind</c> unless given.</param>
/// <param name="From">The stage or image that it mounts from.</param>
internal sealed record RunMount(string Type, string Target, string? From)
{
    /// <summary>What is mounted of it.</summary>
    public string Source { get; init; } = "/";

    /// <summary>Whether what is written there stays out of the layer.</summary>
    public bool IsTemporary => Type is "cache" or "tmpfs";

    public static ImmutableArray<RunMount> Read(Instruction run) =>
        [.. run.Flags.Where(flag => flag is { Name: "mount", Value: not null }).Select(flag => Parse(flag.Value!))];

    private static RunMount Parse(string options)
    {
        var values = options.Split(',').Select(NameValue.Parse).ToLookup(option => option.Name.ToLowerInvariant(), option => option.Value.Trim('"'));
        return new RunMount(
            values["type"].FirstOrDefault("bind").ToLowerInvariant(),
            values["target"].Concat(values["dst"]).Concat(values["destination"]).FirstOrDefault(""),
            values["from"].FirstOrDefault())
        {
            Source = values["source"].Concat(values["src"]).FirstOrDefault("/"),
        };
    }
}
