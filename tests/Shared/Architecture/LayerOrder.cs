using Tests.Shared.Documentation;

namespace Tests.Shared.Architecture;

/// <summary>
/// The layers of a program from top to bottom. A folder uses only folders of rows below its own; the layers of one row stand side by side and do not
/// use each other, nor do folders side by side inside one layer.
/// </summary>
/// <param name="Program">The program's folder in the repository.</param>
internal sealed record LayerOrder(string Program, IReadOnlyList<IReadOnlyList<Layer>> Rows)
{
    /// <summary>The table of the documentation, one line for each layer; those that stand side by side have the same number.</summary>
    public IEnumerable<string> Table => MarkdownTable.Create(
        ["", "folder", "what it is"],
        Rows.SelectMany((row, index) => row.Select(layer => (Number: index + 1, Layer: layer))),
        place => [$"{place.Number}", place.Layer.Folder == "." ? "(root)" : $"`{place.Layer.Folder}/`", place.Layer.Purpose]);

    /// <summary>What breaks the order, one line for each file and folder that it may not use.</summary>
    public IReadOnlyList<string> Violations(SourceTree sources)
    {
        var unlisted = sources.Folders.Where(folder => Find(folder) is null).Select(folder => $"{folder} is in no layer");
        var missing = Rows.SelectMany(row => row).Where(layer => !sources.Folders.Any(layer.Includes))
            .Select(layer => $"{layer.Folder} does not exist");
        var forbidden = sources.Dependencies.Where(dependency => !IsAllowed(dependency, sources)).Select(dependency => dependency.ToString());
        return [.. unlisted, .. missing, .. forbidden.Distinct().Order(StringComparer.Ordinal)];
    }

    private bool IsAllowed(Dependency dependency, SourceTree sources)
    {
        if (Find(dependency.From) is not var (fromRow, from) || Find(dependency.To) is not var (toRow, to))
            return true;
        if (from == to)
            return IsAllowedInside(dependency, sources);
        return toRow > fromRow || (toRow == fromRow && from.MayUse.Contains(to.Folder));
    }

    /// <summary>A folder and one inside it use each other in one direction only.</summary>
    private static bool IsAllowedInside(Dependency dependency, SourceTree sources)
    {
        var (from, to) = (dependency.From, dependency.To);
        var isNested = from.StartsWith(to + "/", StringComparison.Ordinal) || to.StartsWith(from + "/", StringComparison.Ordinal);
        return isNested && !sources.Dependencies.Any(other => other.From == to && other.To == from);
    }

    /// <summary>The layer with the longest name that includes a folder.</summary>
    private (int Row, Layer Layer)? Find(string folder)
    {
        var found = Rows.SelectMany((row, index) => row.Select(layer => (index, layer))).Where(place => place.layer.Includes(folder)).ToList();
        return found.Count == 0 ? null : found.MaxBy(place => place.layer.Folder.Length);
    }
}
