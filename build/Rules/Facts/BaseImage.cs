using ContainerSecurity.Formats.Dockerfiles;

namespace ContainerSecurity.Rules.Facts;

/// <summary>The words of a FROM as Hadolint reads them; two FROM lines with the same words are equal.</summary>
internal sealed record BaseImage(ImageReference Image, string? Alias, string? Platform)
{
    /// <summary>What stands for the base where there is no FROM.</summary>
    public static BaseImage None { get; } = new(ImageReference.ParseAsHadolint("scratch"), null, null);

    public string Name => Image.Name;

    /// <summary>The name under which later stages know this one.</summary>
    public string StageName => Alias ?? Name;

    public static BaseImage Read(Instruction from) => new(
        ImageReference.ParseAsHadolint(from.RawArguments.FirstOrDefault("")),
        from.RawArguments is [_, _, var alias] ? alias : null,
        from.Flags.FirstOrDefault(flag => flag.Name == "platform")?.Value);
}
