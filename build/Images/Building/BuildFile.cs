namespace ContainerSecurity.Images.Building;

/// <summary>A file or folder to be written into a layer.</summary>
/// <param name="Path">Absolute in the image.</param>
/// <param name="Source">The file to read; null for a folder.</param>
/// <param name="Mode">Permission bits.</param>
internal sealed record BuildFile(string Path, string? Source, int Mode, int Uid = 0, int Gid = 0)
{
    // One mode for everything that is executable and one for everything else, so that the umask of the checkout does not reach the image.
    public const int ExecutableMode = 0b111_101_101;
    public const int PlainMode = 0b110_100_100;

    public bool IsDirectory => Source is null;

    public static BuildFile Directory(string path) => new(path, null, ExecutableMode);
}
