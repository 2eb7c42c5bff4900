namespace Build.Tests.Images;

/// <summary>A folder of its own for one test, gone with it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("images-").FullName;

    public string this[string name] => System.IO.Path.Combine(Path, name);

    /// <summary>Writes a file and the folders above it.</summary>
    public string Write(string name, string content, UnixFileMode? mode = null) => Write(name, System.Text.Encoding.UTF8.GetBytes(content), mode);

    public string Write(string name, byte[] content, UnixFileMode? mode = null)
    {
        var path = this[name];
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
        if (mode is { } bits && !OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, bits);

        return path;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
