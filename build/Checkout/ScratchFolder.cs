namespace ContainerSecurity.Checkout;

/// <summary>A folder of its own that goes, with all in it, when it is disposed of.</summary>
/// <param name="parent">Where it is made; where the system has such folders by default.</param>
internal sealed class ScratchFolder(string prefix, string? parent = null) : IDisposable
{
    public string Path { get; } = parent is null
        ? Directory.CreateTempSubdirectory(prefix).FullName
        : Directory.CreateDirectory(System.IO.Path.Combine(parent, $"{prefix}{Guid.NewGuid():N}")).FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
