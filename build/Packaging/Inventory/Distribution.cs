using ContainerSecurity.Findings;

namespace ContainerSecurity.Packaging.Inventory;

/// <summary>The distribution of the machine that linked, in the files by which scanners identify it.</summary>
internal static class Distribution
{
    private const string OsRelease = "etc/os-release";

    /// <summary>The second identifies Debian, the third Ubuntu.</summary>
    private static readonly string[] Files = [OsRelease, "etc/debian_version", "etc/lsb-release"];

    /// <param name="system">The machine's root folder.</param>
    /// <returns>Path below the root, and content.</returns>
    /// <exception cref="InputException">Neither Debian nor Ubuntu.</exception>
    public static IEnumerable<(string Path, string Content)> Read(string system)
    {
        var release = Path.Combine(system, OsRelease);
        var id = File.Exists(release) ? GetValue(File.ReadAllLines(release), "ID") : null;
        if (id is not ("debian" or "ubuntu"))
        {
            throw new InputException(
                $"{release} identifies this machine as {id ?? "an unknown distribution"}, but the image lists what is linked as Debian packages. "
                + "Build it on Debian or Ubuntu.");
        }

        return Files.Select(file => (file, Path.Combine(system, file)))
            .Where(file => File.Exists(file.Item2))
            .Select(file => (file.file, File.ReadAllText(file.Item2)));
    }

    /// <summary><c>debian 12</c> out of the lines of <c>os-release</c>.</summary>
    public static string GetName(string[] release) => $"{GetValue(release, "ID")} {GetValue(release, "VERSION_ID")}".Trim();

    /// <returns>Null when the file has no such key.</returns>
    public static string? GetValue(string[] release, string key) =>
        release.FirstOrDefault(line => line.StartsWith(key + "=", StringComparison.Ordinal))?[(key.Length + 1)..].Trim('"', '\'', ' ');
}
