using System.Text.Json.Nodes;
using ContainerSecurity.Formats.Sbom;
using ContainerSecurity.Images;
using ContainerSecurity.Packaging;

namespace Acceptance.Tests.Releasing;

/// <summary>What a current Trivy with a complete database says of this project's checkout and images, as far as gates read it.</summary>
internal static class SeenImages
{
    public static string Tree(params string[] dockerfiles) => new JsonObject
    {
        ["SchemaVersion"] = 2,
        ["ArtifactName"] = ".",
        ["Results"] = new JsonArray([.. dockerfiles.Select(Checked)]),
    }.ToJsonString();

    public static string Report(ContainerImage image)
    {
        var sbom = CycloneDxReader.Read(ImageDescription.Read(image, CancellationToken.None).Sbom!, "the image");
        return new JsonObject
        {
            ["SchemaVersion"] = 2,
            ["ArtifactName"] = "the image",
            ["Metadata"] = new JsonObject
            {
                ["OS"] = new JsonObject { ["Family"] = "debian", ["Name"] = "12.15" },
                ["ImageID"] = image.Identity.Id,
                ["DiffIDs"] = new JsonArray([.. image.Layers.Select(layer => JsonValue.Create(layer.DiffId))]),
            },
            ["Results"] = new JsonArray(
                Packages(("os-pkgs", "debian", "the image"), sbom, "pkg:deb/"),
                Packages(("lang-pkgs", "dotnet-core", "claude-code-proxy.deps.json"), sbom, "pkg:nuget/"),
                Checked("the image")),
        }.ToJsonString();
    }

    private static JsonObject Packages((string Class, string Type, string Target) list, SbomDocument sbom, string purl) => new()
    {
        ["Target"] = list.Target,
        ["Class"] = list.Class,
        ["Type"] = list.Type,
        ["Packages"] = new JsonArray([.. sbom.Components
            .Where(component => component.Purl?.StartsWith(purl, StringComparison.Ordinal) == true)
            .Select(component => new JsonObject
            {
                ["ID"] = $"{component.Name}@{component.Version}",
                ["Name"] = component.Name,
                ["Version"] = component.Version,
                ["Licenses"] = component.License is { } license ? new JsonArray(license) : [],
                ["Identifier"] = new JsonObject { ["PURL"] = component.Purl },
            })]),
    };

    private static JsonObject Checked(string target) => new()
    {
        ["Target"] = target,
        ["Class"] = "config",
        ["Type"] = "dockerfile",
        ["MisconfSummary"] = new JsonObject { ["Successes"] = 27, ["Failures"] = 0 },
    };
}
