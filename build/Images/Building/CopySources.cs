using ContainerSecurity.Checkout.Globs;
using ContainerSecurity.Formats.Dockerfiles;

namespace ContainerSecurity.Images.Building;

/// <summary>Finds what a COPY names in the build context, or says exactly why there is nothing.</summary>
internal sealed class CopySources(BuildContextFolder context)
{
    /// <summary>The entries that a source names: one, or those that its wildcards match.</summary>
    public IReadOnlyList<ContextEntry> Resolve(string source)
    {
        var path = ImagePath.Normalise(source)?[1..]
            ?? throw Missing($"`{source}` leads out of the build context", "Copy only from inside the repository.");

        return Glob.HasWildcard(path) ? Matching(source, path) : [Single(source, path)];
    }

    /// <summary>A folder's included content.</summary>
    public IReadOnlyList<ContextEntry> Content(ContextEntry folder)
    {
        var content = context.Included(folder).ToList();
        return content.FirstOrDefault(entry => entry.Kind == ContextEntryKind.Link) is { } link ? throw Link(link) : content;
    }

    private List<ContextEntry> Matching(string source, string pattern)
    {
        var matches = context.Match(pattern).ToList();
        var included = matches.Where(IsIncluded).ToList();
        if (included.Count > 0)
            return [.. included.Select(NotALink)];

        throw matches.Count == 0
            ? Missing($"nothing in the build context matches `{source}`", "Correct the pattern, or make the files first.")
            : Excluded(matches[0]);
    }

    private ContextEntry Single(string source, string path)
    {
        var entry = context.Find(path) ?? throw Missing($"`{source}` is not in the build context", "Correct the path, or make the file first.");
        return IsIncluded(entry) ? NotALink(entry) : throw Excluded(entry);
    }

    private bool IsIncluded(ContextEntry entry) =>
        entry.Path.Length == 0
        || context.ExcludedBy(entry.Path) is null
        || (entry.Kind == ContextEntryKind.Directory && context.Included(entry).Any());

    private static ContextEntry NotALink(ContextEntry entry) => entry.Kind == ContextEntryKind.Link ? throw Link(entry) : entry;

    private static RefusedInstructionException Link(ContextEntry entry) =>
        new(BuildRule.CS3, $"`{entry.Path}` is a symbolic link, which the built-in builder does not follow", "Copy the file that it points to.");

    private RefusedInstructionException Excluded(ContextEntry entry) =>
        Missing(
            $"`{entry.Path}` is excluded from the build context by line {context.ExcludedBy(entry.Path)} of {DockerIgnore.FileName}",
            $"Allow it there with `!{entry.Path}`, if it belongs in the image.");

    private static RefusedInstructionException Missing(string message, string help) => new(BuildRule.CS2, message, help);
}
