using ContainerSecurity.Findings;
using ContainerSecurity.Images.Elf;
using ContainerSecurity.Images.Known;

namespace ContainerSecurity.Images.Contents;

/// <summary>One entry of one layer, as far as claims look at it.</summary>
/// <param name="Path">Absolute path in the image.</param>
/// <param name="Mode">Permission bits, setuid and setgid included.</param>
/// <param name="Layer">The layer's diff id.</param>
internal sealed record ImageFile(string Path, LayerEntryKind Kind, int Mode, string? LinkTarget, string Layer)
{
    private const int AnyExecute = 0b001_001_001;
    private const int SetUserOrGroup = 0b110 << 9;
    private const int Sticky = 0b001 << 9;
    private const int OwnerWrite = 0b010_000_000;
    private const int GroupWrite = 0b000_010_000;
    private const int OtherWrite = 0b000_000_010;

    public int Uid { get; init; }

    public int Gid { get; init; }

    /// <summary>Bytes; 0 unless a file.</summary>
    public long Size { get; init; }

    public bool HasCapabilities { get; init; }

    /// <summary>What it says of the image; null for a file that says nothing known.</summary>
    public KnownFile? Known { get; init; }

    /// <summary>What the file is as a program; null when it is not one or is damaged.</summary>
    public ElfFile? Program { get; init; }

    /// <summary>Why a file with the ELF magic number cannot be read.</summary>
    public string? Damage { get; init; }

    public bool IsExecutable => Kind is LayerEntryKind.File or LayerEntryKind.HardLink && (Mode & AnyExecute) != 0;

    public bool IsSetuidOrSetgid => Kind is LayerEntryKind.File or LayerEntryKind.HardLink && (Mode & SetUserOrGroup) != 0;

    /// <summary>Every user may change it; a folder with the sticky bit lets each user change only what is his own.</summary>
    public bool IsWorldWritable => HasOwnMode && (Mode & OtherWrite) != 0 && !(Kind == LayerEntryKind.Directory && (Mode & Sticky) != 0);

    /// <summary>Whether a user who is not root may change it as its owner or as one of its group.</summary>
    public bool IsWritableFor(int uid, int? gid) =>
        HasOwnMode && ((Uid == uid && (Mode & OwnerWrite) != 0) || (Gid == gid && (Mode & GroupWrite) != 0));

    /// <summary>The mode of a symbolic link means nothing, and a device of a layer is not created by rootless engines.</summary>
    private bool HasOwnMode => Kind is LayerEntryKind.File or LayerEntryKind.HardLink or LayerEntryKind.Directory;

    public Place Place => Place.InLayer(Layer, Path);
}
