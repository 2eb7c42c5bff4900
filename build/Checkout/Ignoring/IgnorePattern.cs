using ContainerSecurity.Checkout.Globs;

namespace ContainerSecurity.Checkout.Ignoring;

/// <summary>One line of a .gitignore.</summary>
/// <param name="Negated">It takes back what an earlier line ignored.</param>
/// <param name="DirectoryOnly">It ended in a slash.</param>
/// <param name="Path">Matches paths relative to the folder of the .gitignore.</param>
internal sealed record IgnorePattern(bool Negated, bool DirectoryOnly, Glob Path)
{
    public bool Matches(string path, bool isDirectory) => (isDirectory || !DirectoryOnly) && Path.IsMatch(path);
}
