namespace ContainerSecurity.Images.Elf;

/// <summary>e_type of the ELF header.</summary>
internal enum ElfType
{
    Other,
    Relocatable,
    Executable,
    SharedObject,
    Core,
}
