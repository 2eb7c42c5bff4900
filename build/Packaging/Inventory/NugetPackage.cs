using System.Xml;
using System.Xml.Linq;
using ContainerSecurity.Findings;

namespace ContainerSecurity.Packaging.Inventory;

/// <summary>A package in NuGet's folder: what its nuspec says, and the digest from the registry.</summary>
/// <param name="License">An SPDX expression; null when the nuspec has none.</param>
/// <param name="Commit">Of its sources; null when the nuspec has none.</param>
/// <param name="Sha512">Of the package file, hexadecimal.</param>
internal sealed record NugetPackage(string Id, string Version, string? License, string? Authors, string? Repository, string? Commit, string Sha512)
{
    /// <param name="folder">NuGet's package folder.</param>
    /// <exception cref="InputException">The package is not there, or damaged.</exception>
    public static NugetPackage Read(string folder, string id, string version)
    {
        var name = id.ToLowerInvariant();
        var place = Path.Combine(folder, name, version);
        try
        {
            var nuspec = XDocument.Load(Path.Combine(place, $"{name}.nuspec")).Root!
                .Elements()
                .First(element => element.Name.LocalName == "metadata");
            var digest = Convert.FromBase64String(File.ReadAllText(Path.Combine(place, $"{name}.{version}.nupkg.sha512")).Trim());
            var license = Element(nuspec, "license");
            var repository = Element(nuspec, "repository");
            return new NugetPackage(
                Element(nuspec, "id")?.Value ?? id,
                version,
                license?.Attribute("type")?.Value == "expression" ? license.Value : null,
                Element(nuspec, "authors")?.Value,
                repository?.Attribute("url")?.Value,
                repository?.Attribute("commit")?.Value,
                Convert.ToHexStringLower(digest));
        }
        catch (Exception broken) when (broken is IOException or XmlException or FormatException or InvalidOperationException)
        {
            throw new InputException($"{place} is not a NuGet package ({broken.Message.TrimEnd('.')}). Run --target=Compile again.", broken);
        }
    }

    private static XElement? Element(XElement metadata, string name) => metadata.Elements().FirstOrDefault(element => element.Name.LocalName == name);
}
