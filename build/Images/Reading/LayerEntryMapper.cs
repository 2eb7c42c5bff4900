using System.Formats.Tar;
using ContainerSecurity.Formats.Dockerfiles;

namespace ContainerSecurity.Images.Reading;

/// <summary>Maps a tar entry to a <see cref="LayerEntry"/>: the path normalised, whiteouts recognised (image-spec layer.md).</summary>
internal static class LayerEntryMapper
{
    private const string WhiteoutPrefix = ".wh.";
    private const string OpaqueWhiteout = ".wh..wh..opq";

    /// <summary>Other names of this form are internal files of the aufs driver.</summary>
    private const string AufsPrefix = ".wh..wh.";

    /// <summary>As engines write extended attributes (star(1); image-spec layer.md, "Change Types").</summary>
    public const string CapabilityAttribute = "SCHILY.xattr.security.capability";

    /// <summary>PATH_MAX: no engine can unpack more.</summary>
    private const int LongestPath = 4096;

    public static LayerEntry Map(TarEntry entry, string image, string layer)
    {
        if (entry.Name.Length > LongestPath)
            throw ImageErrors.Damaged(image, $"layer {layer} has a path of {entry.Name.Length} letters, more than Linux allows ({LongestPath})");

        var path = ImagePath.Normalise(entry.Name) ?? throw ImageErrors.Damaged(image, $"entry {entry.Name} of layer {layer} leads out of the image");
        var kind = KindOf(entry, ImagePath.Name(path))
            ?? throw ImageErrors.Damaged(image, $"entry {path} of layer {layer} has the unknown type {entry.EntryType}");
        return new LayerEntry
        {
            Path = PathOf(path, kind),
            Kind = kind,
            Mode = (int)entry.Mode,
            Uid = entry.Uid,
            Gid = entry.Gid,
            HasCapabilities = HasAttribute(entry, CapabilityAttribute),
            Size = kind == LayerEntryKind.File ? entry.Length : 0,
            LinkTarget = kind is LayerEntryKind.SymbolicLink or LayerEntryKind.HardLink ? entry.LinkName : null,
            Content = kind == LayerEntryKind.File ? entry.DataStream ?? Stream.Null : null,
        };
    }

    private static string PathOf(string path, LayerEntryKind kind) => kind switch
    {
        LayerEntryKind.Whiteout => ImagePath.Join(ImagePath.Parent(path), ImagePath.Name(path)[WhiteoutPrefix.Length..]),
        LayerEntryKind.OpaqueWhiteout => ImagePath.Parent(path),
        _ => path,
    };

    private static LayerEntryKind? KindOf(TarEntry entry, string name)
    {
        if (name == OpaqueWhiteout)
            return LayerEntryKind.OpaqueWhiteout;
        if (name.StartsWith(AufsPrefix, StringComparison.Ordinal))
            return LayerEntryKind.Other;
        if (name.StartsWith(WhiteoutPrefix, StringComparison.Ordinal))
            return LayerEntryKind.Whiteout;

        return entry.EntryType switch
        {
            TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.ContiguousFile => IsSparse(entry) ? null : LayerEntryKind.File,
            TarEntryType.Directory or TarEntryType.DirectoryList => LayerEntryKind.Directory,
            TarEntryType.SymbolicLink => LayerEntryKind.SymbolicLink,
            TarEntryType.HardLink => LayerEntryKind.HardLink,
            TarEntryType.CharacterDevice or TarEntryType.BlockDevice or TarEntryType.Fifo => LayerEntryKind.Other,
            _ => null,
        };
    }

    // The stored bytes of a sparse file are not its content, so a gate would check something other than what runs.
    private static bool IsSparse(TarEntry entry) => HasAttribute(entry, "GNU.sparse.");

    private static bool HasAttribute(TarEntry entry, string start) =>
        entry is PaxTarEntry pax && pax.ExtendedAttributes.Keys.Any(key => key.StartsWith(start, StringComparison.Ordinal));
}
