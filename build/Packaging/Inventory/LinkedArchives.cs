using System.Collections.Immutable;
using System.Globalization;
using ContainerSecurity.Findings;

namespace ContainerSecurity.Packaging.Inventory;

/// <summary>How many members of each archive the linker used (ld.lld --print-archive-stats); it may read an archive and use none of them.</summary>
internal static class LinkedArchives
{
    private const string Header = "members\textracted\tarchive";

    /// <returns>Members taken, by the archive's file name: <c>libz.a</c>.</returns>
    /// <exception cref="InputException">The file is missing or was not written by the linker.</exception>
    public static ImmutableSortedDictionary<string, int> Read(string path)
    {
        if (!File.Exists(path))
            throw new InputException($"{path} is missing: the linker's count of what it took. Run --target=Clean, then compile again.");

        var lines = File.ReadAllLines(path);
        var rows = lines.Skip(1).Select(line => line.Split('\t')).ToList();
        return lines.FirstOrDefault() == Header && rows.Count > 0 && rows.TrueForAll(row => row.Length == 3)
            ? rows.GroupBy(row => Path.GetFileName(row[2]), row => int.Parse(row[1], CultureInfo.InvariantCulture), StringComparer.Ordinal)
                .ToImmutableSortedDictionary(archive => archive.Key, archive => archive.Sum(), StringComparer.Ordinal)
            : throw new InputException($"{path} is not the linker's count of archive members. Run --target=Clean, then compile again.");
    }
}
