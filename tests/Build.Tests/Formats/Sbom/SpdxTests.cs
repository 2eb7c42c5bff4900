using System.Text;
using System.Text.Json.Nodes;
using ContainerSecurity.Formats.Sbom;

namespace Build.Tests.Formats.Sbom;

/// <summary>The SPDX form says what the CycloneDX form says.</summary>
public sealed class SpdxTests
{
    private static readonly SbomDocument Small = new()
    {
        Product = new SbomComponent
        {
            Type = "application",
            Name = "proxy",
            Version = "2.0.0",
            License = "MIT",
            DependsOn = ["pkg:nuget/A@1", "unknown"],
        },
        Components =
        [
            new SbomComponent { Type = "library", Name = "A", Version = "1", Purl = "pkg:nuget/A@1", Supplier = "Ann" },
            new SbomComponent { Type = "operating-system", Name = "debian", Version = "12", DependsOn = ["pkg:nuget/A@1"] },
        ],
        Tools = [new SbomComponent { Type = "application", Name = "lld", Version = "14" }],
        Time = DateTimeOffset.UnixEpoch,
    };

    [Fact]
    public void Every_component_is_a_package_with_its_version_licence_and_package_URL()
    {
        var packages = Read(Small)["packages"]!.AsArray();

        Assert.Equal(["proxy 2.0.0", "A 1", "debian 12", "lld 14"], packages.Select(package => $"{package!["name"]} {package["versionInfo"]}"));
        Assert.Equal("pkg:nuget/A@1", packages[1]!["externalRefs"]![0]!["referenceLocator"]!.GetValue<string>());
        Assert.Equal("Organization: Ann", packages[1]!["supplier"]!.GetValue<string>());
        Assert.Equal(["MIT", "NOASSERTION"], packages.Take(2).Select(package => package!["licenseDeclared"]!.GetValue<string>()));
        Assert.Equal("OPERATING-SYSTEM", packages[2]!["primaryPackagePurpose"]!.GetValue<string>());
    }

    [Fact]
    public void Relations_name_packages_that_are_there()
    {
        var json = Read(Small);
        var known = json["packages"]!.AsArray().Select(package => package!["SPDXID"]!.GetValue<string>()).Append("SPDXRef-DOCUMENT").ToList();
        var relations = json["relationships"]!.AsArray();

        Assert.Equal(
            ["DESCRIBES", "DEPENDS_ON", "DEPENDS_ON", "BUILD_TOOL_OF"],
            relations.Select(relation => relation!["relationshipType"]!.GetValue<string>()));
        Assert.All(relations, relation => Assert.Contains(relation!["spdxElementId"]!.GetValue<string>(), known));
        Assert.All(relations, relation => Assert.Contains(relation!["relatedSpdxElement"]!.GetValue<string>(), known));
        Assert.All(known, id => Assert.Matches("^SPDXRef-[a-zA-Z0-9.-]+$", id));
        Assert.Equal(known.Count, known.Distinct().Count());
    }

    [Fact]
    public void The_same_content_gives_the_same_bytes_and_another_another_namespace()
    {
        Assert.Equal(SpdxWriter.Write(Small, "suite-1"), SpdxWriter.Write(Small, "suite-1"));
        Assert.NotEqual(Namespace(Small), Namespace(Small with { Tools = [] }));
    }

    [Fact]
    public void It_is_the_same_when_it_was_read_from_the_other_form_before()
    {
        var read = CycloneDxReader.Read(Encoding.UTF8.GetBytes(CycloneDxWriter.Write(Small)), "x");

        Assert.Equal(Encoding.UTF8.GetString(SpdxWriter.Write(Small, "suite-1")), Encoding.UTF8.GetString(SpdxWriter.Write(read, "suite-1")));
    }

    private static string Namespace(SbomDocument document) => Read(document)["documentNamespace"]!.GetValue<string>();

    private static JsonObject Read(SbomDocument document) => JsonNode.Parse(SpdxWriter.Write(document, "suite-1"))!.AsObject();
}
