namespace ContainerSecurity.Checkout;

/// <summary>Reads a file that nobody vouches for: it may be a link to a device, which has no end.</summary>
internal static class BoundedFile
{
    private const int PartSize = 64 * 1024;

    /// <returns>Null when there is more.</returns>
    public static byte[]? Read(string path, int mostBytes)
    {
        using var file = File.OpenRead(path);
        using var whole = new MemoryStream();
        var part = new byte[PartSize];
        for (var count = file.Read(part); count > 0; count = file.Read(part))
        {
            if (whole.Length + count > mostBytes)
                return null;
            whole.Write(part, 0, count);
        }

        return whole.ToArray();
    }
}
