using System.Text.RegularExpressions;

namespace ContainerSecurity.Images.Reading;

/// <summary>Unpacks an OCI archive, because scanners read a layout only as a folder (gates.md 1.11).</summary>
internal static partial class OciArchive
{
    /// <summary>Takes the files of a layout and nothing else, so that no name can lead elsewhere.</summary>
    public static void Unpack(TarIndex archive, string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);

        foreach (var name in archive.Names.Where(name => LayoutFile().IsMatch(name)))
        {
            var target = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            using var content = archive.Open(name);
            using var file = File.Create(target);
            content.CopyTo(file);
        }
    }

    [GeneratedRegex("\\A(oci-layout|index\\.json|blobs/sha256/[0-9a-f]{64})\\z")]
    private static partial Regex LayoutFile();
}
