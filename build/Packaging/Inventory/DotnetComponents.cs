using System.Collections.Immutable;
using System.Text.Json.Nodes;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Sbom;

namespace ContainerSecurity.Packaging.Inventory;

/// <summary>The .NET that is linked into the binary as components of a bill of materials, and the packages that compiled it.</summary>
/// <param name="packages">NuGet's package folder.</param>
internal sealed class DotnetComponents(string packages, string rid)
{
    private const string PackPrefix = "runtimepack.";
    private const string NativePack = "Microsoft.NETCore.App.Runtime.NativeAOT.";

    /// <summary>Vendored by .NET's sources in archives of their own.</summary>
    private static readonly ImmutableArray<(string Name, string License, string Archive)> Vendored =
        [("brotli", "MIT", "libbrotlidec.a"), ("brotli", "MIT", "libbrotlienc.a"), ("zlib-ng", "Zlib", "libz.a")];

    /// <summary>The runtime packs under the names that advisories use, and the pack that holds the native part.</summary>
    /// <param name="dependencies">The trimmed <c>deps.json</c>.</param>
    public ImmutableArray<SbomComponent> GetPacks(string dependencies)
    {
        var names = JsonNode.Parse(dependencies)!["libraries"]!
            .AsObject()
            .Select(library => library.Key)
            .Where(name => name.StartsWith(PackPrefix, StringComparison.Ordinal));
        var versions = names
            .Select(name => name[PackPrefix.Length..].Split('/'))
            .ToDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal);
        var native = Package(NativePack + rid, Version(versions), "the .NET runtime, compiled ahead of time");
        return
        [
            .. versions.OrderBy(pack => pack.Key, StringComparer.Ordinal).Select(pack => new SbomComponent
            {
                Type = "library",
                Name = pack.Key,
                Version = pack.Value,
                Purl = Purl(pack.Key, pack.Value),
                Description = "assemblies linked into the program; the name that advisories use",
                Supplier = native.Supplier,
                License = native.License,
                DependsOn = [native.Ref],
            }),
            native,
        ];
    }

    /// <param name="archives">Members that the linker used, by archive.</param>
    /// <param name="runtime">The pack that brings them.</param>
    public static ImmutableArray<SbomComponent> GetVendored(SbomComponent runtime, IReadOnlyDictionary<string, int> archives) =>
    [
        .. Vendored.GroupBy(library => (library.Name, library.License)).Select(library =>
        {
            var taken = library.Sum(part => archives.GetValueOrDefault(part.Archive));
            return new SbomComponent
            {
                Type = "library",
                Name = library.Key.Name,
                Version = $"dotnet-{runtime.Version}",
                License = library.Key.License,
                IsExcluded = taken == 0,
                Description = taken == 0
                    ? "comes with .NET's runtime pack; the linker took nothing of it"
                    : $"comes with .NET's runtime pack; {taken} members of its archives are linked in",
            };
        }),
    ];

    /// <summary>What compiled it, from NuGet.</summary>
    public ImmutableArray<SbomComponent> GetTools(string version) =>
    [
        Package("Microsoft.DotNet.ILCompiler", version, "Native AOT compiler"),
        Package("Microsoft.NET.ILLink.Tasks", version, "trimmer"),
        Package($"runtime.{rid}.Microsoft.DotNet.ILCompiler", version, "Native AOT compiler for this platform"),
    ];

    private SbomComponent Package(string id, string version, string description)
    {
        var package = NugetPackage.Read(packages, id, version);
        var properties = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
        if (package.Repository is { } repository)
            properties = properties.Add("vcs:url", repository);
        if (package.Commit is { } commit)
            properties = properties.Add(SbomProperties.Commit, commit);
        return new SbomComponent
        {
            Type = "library",
            Name = package.Id,
            Version = version,
            Purl = Purl(package.Id, version),
            Description = description,
            Supplier = package.Authors,
            License = package.License,
            Hashes = ImmutableSortedDictionary<string, string>.Empty.Add("SHA-512", package.Sha512),
            Properties = properties,
        };
    }

    private static string Version(Dictionary<string, string> packs) => packs.Values.Distinct().ToList() switch
    {
        [var only] => only,
        _ => throw new InputException(
            $"The binary was compiled from runtime packs of several versions ({string.Join(", ", packs)}). Run --target=Clean, then compile again."),
    };

    private static string Purl(string id, string version) => $"pkg:nuget/{id}@{version}";
}
