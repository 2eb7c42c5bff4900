using ContainerSecurity.Images.Known;

namespace ContainerSecurity.Rules.Images.Facts;

/// <summary>Packages with all that they depend on, as far as it is installed.</summary>
internal static class PackageClosure
{
    /// <returns>Names.</returns>
    public static HashSet<string> Of(IEnumerable<InstalledPackage> roots, IEnumerable<InstalledPackage> installed)
    {
        var byName = installed
            .SelectMany(package => package.Provides.Append(package.Name).Select(name => (name, package)))
            .ToLookup(pair => pair.name, pair => pair.package, StringComparer.Ordinal);
        var closure = new HashSet<string>(StringComparer.Ordinal);
        var pending = new Queue<InstalledPackage>(roots);
        while (pending.TryDequeue(out var package))
        {
            if (!closure.Add(package.Name))
                continue;
            foreach (var needed in package.Depends.SelectMany(group => group).SelectMany(name => byName[name]))
                pending.Enqueue(needed);
        }

        return closure;
    }
}
