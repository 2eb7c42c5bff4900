namespace ContainerSecurity.Images;

/// <summary>What a tar entry is; a whiteout removes a path of a lower layer.</summary>
internal enum LayerEntryKind
{
    File,
    Directory,
    SymbolicLink,
    HardLink,
    Whiteout,
    OpaqueWhiteout,
    Other,
}
