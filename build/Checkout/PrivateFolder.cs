namespace ContainerSecurity.Checkout;

/// <summary>Folders that no other user can write to, whatever the umask is.</summary>
internal static class PrivateFolder
{
    private const UnixFileMode Mode =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute;

    /// <summary>Makes the folder and those above it; one that is there stays as it is.</summary>
    public static string Create(string path) =>
        (OperatingSystem.IsWindows() ? Directory.CreateDirectory(path) : Directory.CreateDirectory(path, Mode)).FullName;

    /// <summary>Takes the right to write from all but the owner, for the folder and the files in it.</summary>
    public static void Close(string folder)
    {
        if (OperatingSystem.IsWindows())
            return;

        foreach (var entry in Directory.EnumerateFileSystemEntries(folder).Append(folder))
            File.SetUnixFileMode(entry, File.GetUnixFileMode(entry) & ~(UnixFileMode.OtherWrite | UnixFileMode.GroupWrite));
    }
}
