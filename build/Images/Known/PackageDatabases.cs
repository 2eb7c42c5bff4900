using System.Collections.Immutable;
using System.Text;

namespace ContainerSecurity.Images.Known;

/// <summary>
/// The databases of dpkg (<c>status</c>, and a file each in <c>status.d</c>: deb-control(5)) and of apk (<c>installed</c>: apk(5)): paragraphs of
/// fields, with an empty line between them.
/// </summary>
internal static class PackageDatabases
{
    private static readonly string[] Lists = ["Depends", "Pre-Depends", "Provides"];

    private static readonly string[] NotInstalled = ["not-installed", "config-files"];

    public static KnownFile ReadDpkg(byte[] content) => new KnownFile.Packages(
    [
        .. from paragraph in Paragraphs(content, ": ")
           where paragraph.ContainsKey("Package") && !NotInstalled.Contains(paragraph.GetValueOrDefault("Status")?.Split(' ')[^1])
           select new InstalledPackage(
               paragraph["Package"],
               paragraph.GetValueOrDefault("Version", ""),
               [.. Groups(paragraph.GetValueOrDefault("Pre-Depends")), .. Groups(paragraph.GetValueOrDefault("Depends"))],
               [.. Groups(paragraph.GetValueOrDefault("Provides")).SelectMany(names => names)]),
    ]);

    public static KnownFile ReadApk(byte[] content) => new KnownFile.Packages(
    [
        .. from paragraph in Paragraphs(content, ":")
           where paragraph.ContainsKey("P")
           select new InstalledPackage(
               paragraph["P"],
               paragraph.GetValueOrDefault("V", ""),
               [.. Words(paragraph.GetValueOrDefault("D")).Where(name => name[0] != '!').Select(name => ImmutableArray.Create(name))],
               [.. Words(paragraph.GetValueOrDefault("p"))]),
    ]);

    /// <summary><c>a (>= 1) | b, c:any</c> → [a, b], [c].</summary>
    private static IEnumerable<ImmutableArray<string>> Groups(string? relation) =>
        from part in (relation ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        select part.Split('|', StringSplitOptions.TrimEntries).Select(name => name.Split(' ', '(', ':', '[')[0]).ToImmutableArray();

    /// <summary>Names without the versions behind <c>=</c>, <c>&lt;</c>, <c>></c> and <c>~</c>.</summary>
    private static IEnumerable<string> Words(string? list) =>
        from word in (list ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)
        let name = word.Split('=', '<', '>', '~')[0]
        where name.Length > 0
        select name;

    /// <summary>Lists go on in lines that begin with a space; of other fields the first line is enough.</summary>
    private static IEnumerable<Dictionary<string, string>> Paragraphs(byte[] content, string separator)
    {
        var paragraph = new Dictionary<string, string>(StringComparer.Ordinal);
        var field = "";
        foreach (var line in Encoding.UTF8.GetString(content).Split('\n'))
        {
            if (line.AsSpan().Trim().IsEmpty)
            {
                yield return paragraph;
                paragraph = new(StringComparer.Ordinal);
            }
            else if (line.IndexOf(separator, StringComparison.Ordinal) is > 0 and var at && !char.IsWhiteSpace(line[0]))
            {
                field = line[..at];
                paragraph.TryAdd(field, line[(at + separator.Length)..].Trim());
            }
            else if (Lists.Contains(field) && paragraph.TryGetValue(field, out var begun))
            {
                paragraph[field] = $"{begun} {line.Trim()}";
            }
        }

        yield return paragraph;
    }
}
