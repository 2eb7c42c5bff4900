using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ContainerSecurity.Findings;

namespace ContainerSecurity.Packaging.Inventory;

/// <summary>Finds the Debian packages whose code the linker put into the binary.</summary>
/// <param name="system">The root folder of the machine that was linked for.</param>
internal sealed partial class LinkedPackages(DebianDatabase database, string rid, string architecture, string system = "/")
{
    /// <param name="linked">What the linker read.</param>
    /// <returns>Each package with the names of its files that were linked.</returns>
    /// <exception cref="InputException">
    /// A linked file belongs neither to a package nor to .NET nor to the project, so its content is unknown.
    /// </exception>
    public async Task<ImmutableArray<LinkedPackage>> FindAsync(ImmutableArray<string> linked, CancellationToken cancellation)
    {
        ImmutableArray<string> files = [.. linked
            .Where(file => file.StartsWith('/') && !IsOfDotnet(file))
            .Select(file => PathInSystem(Path.GetFullPath(file)))
            .Distinct()];
        var owners = await database.OwnersAsync(files.SelectMany(Spellings), cancellation);
        var byPackage = files.GroupBy(file => Owner(file, owners), file => Path.GetFileName(file), StringComparer.Ordinal).ToList();
        var packages = (await database.PackagesAsync(byPackage.Select(group => group.Key), architecture, cancellation))
            .ToDictionary(package => package.Name);
        var sibling = await SiblingsAsync(packages.Values, cancellation);
        return
        [
            .. byPackage
                .GroupBy(group => sibling(Installed(group.Key, packages)), group => group)
                .Select(group => new LinkedPackage(group.Key, [.. group.SelectMany(names => names).Order(StringComparer.Ordinal)]))
                .OrderBy(package => package.Package.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>The runtime and the compiler's own libraries, which <c>deps.json</c> lists.</summary>
    private bool IsOfDotnet(string file) =>
        file.Contains($"/microsoft.netcore.app.runtime.nativeaot.{rid}/", StringComparison.Ordinal)
        || file.Contains($"/runtime.{rid}.microsoft.dotnet.ilcompiler/", StringComparison.Ordinal);

    private string PathInSystem(string file) =>
        system != "/" && file.StartsWith(system + "/", StringComparison.Ordinal) ? file[system.Length..] : file;

    /// <summary>Where /lib is a link to /usr/lib, the linker and dpkg may use different paths.</summary>
    private static IEnumerable<string> Spellings(string file) =>
        file.StartsWith("/usr/lib", StringComparison.Ordinal) ? [file, file["/usr".Length..]]
        : file.StartsWith("/lib", StringComparison.Ordinal) ? [file, "/usr" + file]
        : [file];

    private static string Owner(string file, ILookup<string, string> owners) =>
        Spellings(file).SelectMany(spelling => owners[spelling]).FirstOrDefault()
        ?? throw new InputException(
            $"{file} was linked into the binary, but no Debian package owns it, so no scanner can know what it is. Remove it, and compile again.");

    private DebianPackage Installed(string name, Dictionary<string, DebianPackage> packages) =>
        packages.GetValueOrDefault(name)
        ?? throw new InputException(
            $"{name} was linked into the binary, but dpkg does not list it for {architecture}. Compile for {rid} on a machine of that architecture.");

    /// <summary>Advisories name libssl3, not libssl-dev, which holds the same code as an archive.</summary>
    private async Task<Func<DebianPackage, DebianPackage>> SiblingsAsync(IReadOnlyCollection<DebianPackage> packages, CancellationToken cancellation)
    {
        var candidates = packages.SelectMany(SiblingNames).Distinct().ToList();
        var installed = candidates.Count == 0 ? [] : await database.PackagesAsync(candidates, architecture, cancellation);
        return package => SiblingNames(package)
            .SelectMany(name => installed.Where(other => other.Name == name))
            .FirstOrDefault(other => other.Source == package.Source && other.SourceVersion == package.SourceVersion) ?? package;
    }

    private static IEnumerable<string> SiblingNames(DebianPackage package) =>
        DevelopmentName().Match(package.Name) is { Success: true } name
            ? package.Dependencies.Where(other => other.StartsWith(name.Groups["stem"].Value, StringComparison.Ordinal))
            : [];

    [GeneratedRegex(@"\A(?<stem>.+?)(-[0-9]+)?-dev\z")]
    private static partial Regex DevelopmentName();
}
