using System.Collections.Immutable;
using System.Text;
using ContainerSecurity.Formats.ReleasePolicies;
using ContainerSecurity.Images;
using ContainerSecurity.Images.Building;
using ContainerSecurity.Images.Contents;
using ContainerSecurity.Images.Elf;

namespace ContainerSecurity.Rules.Claims.Facts;

/// <summary>Something wrong that is planted into a copy, to show that a check would see it.</summary>
/// <param name="What">As reports name it: <c>port 9999 is exposed</c>.</param>
internal abstract record Defect(string What)
{
    /// <summary>Other checks that see it with good reason: the same thing breaks what they promise.</summary>
    public ImmutableArray<string> SeenToo { get; init; } = [];

    /// <summary>A change of the repository's files.</summary>
    /// <param name="Plant">Null when the repository has no place for it.</param>
    internal sealed record InTree(string What, Func<PolicyFacts, FileEdit?> Plant) : Defect(What);

    /// <summary>A change of the image's configuration, a layer on top of it, or both.</summary>
    /// <param name="Plant">Null when the policy leaves no place for it.</param>
    internal sealed record InImage(string What, Func<ImagePolicy, ImageFacts, ImageEdit?> Plant) : Defect(What)
    {
        public InImage(string what, Func<ImageFacts, ImageEdit> plant) : this(what, (_, image) => plant(image)) { }

        /// <summary>One file on top.</summary>
        public InImage(string what, PlantedFile file) : this(what, (_, image) => new ImageEdit(image.Config, [file])) { }
    }

    /// <summary>Another start of the image, named by the same text.</summary>
    internal sealed record InContainer(string What) : Defect(What);

    /// <summary>Another start of the isolated devcontainer, named by the same text.</summary>
    internal sealed record InDevContainer(string What) : Defect(What);

    /// <summary>Another outcome of a build.</summary>
    internal sealed record InBuild(string What, Func<BuildFacts, BuildFacts> Plant) : Defect(What);
}

/// <summary>A new content for one file.</summary>
/// <param name="Path">Relative to the repository root with <c>/</c>; it need not exist.</param>
/// <param name="Change">Makes the new text of the old one, which is empty for a new file.</param>
internal sealed record FileEdit(string Path, Func<string, string> Change);

/// <summary>What becomes of an image.</summary>
/// <param name="Files">The entries of a layer on top; none adds no layer.</param>
internal sealed record ImageEdit(ImageConfig Config, ImmutableArray<PlantedFile> Files)
{
    /// <summary>Whether the layer comes below those of the image instead.</summary>
    public bool IsBelow { get; init; }

    /// <summary>Another program in the place of the one that the image starts.</summary>
    public static ImageEdit WithEntry(ImageFacts image, byte[] program) =>
        WithFile(image, EntryPoint.Find(image)?.Path ?? "/planted", program, BuildFile.ExecutableMode);

    public static ImageEdit WithFile(ImageFacts image, string path, byte[] content, int mode) =>
        new(image.Config, [new PlantedFile(path, content, mode)]);
}

/// <summary>A file of a planted layer.</summary>
/// <param name="Path">Absolute path in the image.</param>
/// <param name="Mode">Permission bits, setuid and setgid included.</param>
internal sealed record PlantedFile(string Path, byte[] Content, int Mode)
{
    public int Owner { get; init; }

    public bool HasCapabilities { get; init; }

    /// <summary>What its entry says of its size, where the content is not worth writing; null where it is the content's.</summary>
    public long? ClaimedSize { get; init; }

    public static PlantedFile Plain(string path, string content = "planted\n") => new(path, Encoding.UTF8.GetBytes(content), BuildFile.PlainMode);

    /// <summary>A static program that is hardened as it should be.</summary>
    public static PlantedFile Program(string path) => new(path, new ElfWriter().Hardened().ToBytes(), BuildFile.ExecutableMode);
}
