namespace ContainerSecurity.Images.Elf;

/// <summary>How much of the relocated data is read-only once the program runs.</summary>
internal enum Relro
{
    None,
    Partial,
    Full,
}
