namespace ContainerSecurity.Checkout;

/// <summary>A folder of its own that goes, with all in it, when it is disposed of.</summary>
internal sealed class ScratchFolder(string prefix) : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory(prefix).FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
