using System.Collections.Immutable;
using ContainerSecurity.Formats.Sbom;

namespace ContainerSecurity.Packaging.Inventory;

/// <summary>Debian's packages and the distribution itself as components of a bill of materials.</summary>
/// <param name="system">Root folder of the machine that linked.</param>
internal sealed class DebianComponents(string system)
{
    private readonly string[] _release = File.ReadAllLines(Path.Combine(system, "etc/os-release"));

    /// <summary>By source package: Debian's copyright files name the licence of each file, not of the code that is linked.</summary>
    private static readonly ImmutableSortedDictionary<string, string> Licenses =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal)
        .Add("openssl", "Apache-2.0")
        .Add("glibc", "LGPL-2.1-or-later")
        .Add("gcc", "GPL-3.0-or-later WITH GCC-exception-3.1")
        .Add("ca-certificates", "MPL-2.0");

    /// <summary>Scanners match Debian's packages only when the document also names the operating system.</summary>
    /// <param name="packages">Its packages, on which it depends: Trivy follows only this direction.</param>
    public SbomComponent OperatingSystem(IEnumerable<SbomComponent> packages) => new()
    {
        Type = "operating-system",
        Name = Value("ID"),
        Version = Value("VERSION_ID"),
        Description = Value("PRETTY_NAME"),
        DependsOn = [.. packages.Select(package => package.Ref).Order(StringComparer.Ordinal)],
    };

    public SbomComponent Package(DebianPackage package, string description) => new()
    {
        Type = "library",
        Name = package.Name,
        Version = package.Version,
        Purl = Purl(package),
        Description = description,
        Supplier = package.Maintainer,
        License = LicenseOf(package.Source),
        Properties = Properties(package),
    };

    /// <summary>As Trivy writes it, so that both lists can be compared (purl-spec, deb; <c>~</c> stays, <c>+</c> does not).</summary>
    private string Purl(DebianPackage package) =>
        $"pkg:deb/{Value("ID")}/{package.Name}@{Escaped(package.Version)}"
        + $"?arch={package.Architecture}&distro={Value("ID")}-{Value("VERSION_ID")}";

    private static string Escaped(string version) =>
        version.Replace("+", "%2B", StringComparison.Ordinal).Replace(":", "%3A", StringComparison.Ordinal);

    private ImmutableSortedDictionary<string, string> Properties(DebianPackage package)
    {
        var properties = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal)
            .Add("aquasecurity:trivy:PkgType", Value("ID"))
            .Add("aquasecurity:trivy:SrcName", package.Source)
            .Add("aquasecurity:trivy:SrcVersion", package.SourceVersion);
        var copyright = Path.Combine(system, "usr/share/doc", package.Name, "copyright");
        return File.Exists(copyright) ? properties.Add("copyright", "/" + Path.GetRelativePath(system, copyright)) : properties;
    }

    private static string? LicenseOf(string source) => Licenses.GetValueOrDefault(source) ?? Licenses.GetValueOrDefault(source.Split('-')[0]);

    private string Value(string key) => Distribution.GetValue(_release, key) ?? "unknown";
}
