namespace ContainerSecurity.Images.Building;

/// <summary>A file or folder of the build context.</summary>
/// <param name="Path">Relative to the context, with <c>/</c>.</param>
/// <param name="File">Absolute path on this machine.</param>
internal sealed record ContextEntry(string Path, string File, ContextEntryKind Kind)
{
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>Whether its owner may run it.</summary>
    public bool IsExecutable => !OperatingSystem.IsWindows() && System.IO.File.GetUnixFileMode(File).HasFlag(UnixFileMode.UserExecute);
}

/// <summary>What a context entry is.</summary>
internal enum ContextEntryKind
{
    File,
    Directory,
    Link,
}
