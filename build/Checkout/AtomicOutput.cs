namespace ContainerSecurity.Checkout;

/// <summary>Replaces a file or a folder as a whole: it is made under another name and takes its place when it is complete.</summary>
internal static class AtomicOutput
{
    public static void File(string path, Action<Stream> write)
    {
        var draft = Draft(path);
        try
        {
            using (var stream = System.IO.File.Create(draft))
                write(stream);

            System.IO.File.Move(draft, path, overwrite: true);
        }
        finally
        {
            System.IO.File.Delete(draft);
        }
    }

    public static void File(string path, byte[] content) => File(path, stream => stream.Write(content));

    public static void Folder(string path, Action<string> write)
    {
        var draft = Draft(path);
        try
        {
            Directory.CreateDirectory(draft);
            write(draft);
            // No system call that .NET knows exchanges two folders; between these two the folder is missing, but never half written.
            if (Directory.Exists(path))
                Directory.Delete(path, recursive: true);

            Directory.Move(draft, path);
        }
        finally
        {
            if (Directory.Exists(draft))
                Directory.Delete(draft, recursive: true);
        }
    }

    private static string Draft(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        Directory.CreateDirectory(folder);
        return Path.Combine(folder, $".{Path.GetFileName(path)}-{Guid.NewGuid():N}");
    }
}
