using ContainerSecurity.Findings;
using ContainerSecurity.Images.Elf;

namespace ContainerSecurity.Images.Contents;

/// <summary>One entry of one layer, as far as claims look at it.</summary>
/// <param name="Path">Absolute path in the image.</param>
/// <param name="Mode">Permission bits, setuid and setgid included.</param>
/// <param name="Layer">The layer's diff id.</param>
internal sealed record ImageFile(string Path, LayerEntryKind Kind, int Mode, string? LinkTarget, string Layer)
{
    private const int AnyExecute = 0b001_001_001;
    private const int SetUserOrGroup = 0b110 << 9;

    /// <summary>What the file is as a program; null when it is not one or is damaged.</summary>
    public ElfFile? Program { get; init; }

    /// <summary>Why a file with the ELF magic number cannot be read.</summary>
    public string? Damage { get; init; }

    public bool IsExecutable => Kind is LayerEntryKind.File or LayerEntryKind.HardLink && (Mode & AnyExecute) != 0;

    public bool IsSetuidOrSetgid => Kind is LayerEntryKind.File or LayerEntryKind.HardLink && (Mode & SetUserOrGroup) != 0;

    public Place Place => Place.InLayer(Layer, Path);
}
