using System.Text.RegularExpressions;

namespace ContainerSecurity.Images.Reading;

/// <summary>Unpacks an OCI archive, because Trivy reads an OCI layout only from a folder.</summary>
internal static partial class OciArchive
{
    /// <summary>Extracts only the files of a layout, so that no name can point elsewhere.</summary>
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
