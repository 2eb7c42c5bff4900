using System.Text;

namespace ContainerSecurity.Packaging.Sysroots;

/// <summary>Writes what dpkg knows of unpacked packages, so that dpkg-query answers as on a machine that has them installed.</summary>
/// <param name="folder">The database, <c>var/lib/dpkg</c> of the root.</param>
internal sealed class DpkgDatabaseWriter(string folder)
{
    /// <summary>Packages of that kind have the architecture in the names of their lists.</summary>
    private const string MultiArch = "Multi-Arch:";

    private readonly StringBuilder _status = new();

    /// <param name="control">The fields of the package's control file.</param>
    /// <param name="unpacked">A folder with its files and no others.</param>
    public void Add(string control, string unpacked)
    {
        var fields = control.Trim().Split('\n').Where(line => !line.StartsWith(MultiArch, StringComparison.Ordinal)).ToList();
        var name = fields[0].Split(": ", 2)[1];
        _status.Append(fields[0]).Append("\nStatus: install ok installed\n").AppendJoin('\n', fields.Skip(1)).Append("\n\n");
        var list = Directory.CreateDirectory(Path.Combine(folder, "info")).FullName;
        var files = Directory.EnumerateFileSystemEntries(unpacked, "*", SearchOption.AllDirectories)
            .Select(file => "/" + Path.GetRelativePath(unpacked, file))
            .Order(StringComparer.Ordinal);
        File.WriteAllText(Path.Combine(list, $"{name}.list"), $"/.\n{string.Join('\n', files)}\n");
    }

    public void Write()
    {
        Directory.CreateDirectory(Path.Combine(folder, "updates"));
        File.WriteAllText(Path.Combine(folder, "status"), _status.ToString());
    }
}
