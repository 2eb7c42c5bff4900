using System.Text;
using System.Text.Json.Nodes;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Sbom;

namespace Build.Tests.Formats.Sbom;

public sealed class CycloneDxTests
{
    private static readonly SbomDocument Small = new()
    {
        Product = new SbomComponent { Type = "application", Name = "proxy", Version = "2.0.0", License = "MIT", DependsOn = ["pkg:nuget/A@1"] },
        Components =
        [
            new SbomComponent { Type = "library", Name = "A", Version = "1", Purl = "pkg:nuget/A@1" },
            new SbomComponent { Type = "library", Name = "B", Version = "2", IsExcluded = true }
        ],
        Tools = [new SbomComponent { Type = "application", Name = "lld", Version = "14" }],
        Time = DateTimeOffset.UnixEpoch,
    };

    [Fact]
    public void The_same_content_gives_the_same_bytes_and_another_another_serial_number()
    {
        Assert.Equal(CycloneDxWriter.Write(Small), CycloneDxWriter.Write(Small));
        Assert.NotEqual(Serial(Small), Serial(Small with { Time = Small.Time.AddSeconds(1) }));
        Assert.Matches("^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", Serial(Small));
    }

    [Fact]
    public void What_is_written_is_read_again()
    {
        var read = CycloneDxReader.Read(Encoding.UTF8.GetBytes(CycloneDxWriter.Write(Small)), "x");

        Assert.Equal(("proxy", "2.0.0", DateTimeOffset.UnixEpoch), (read.Product.Name, read.Product.Version, read.Time));
        Assert.Equal([("pkg:nuget/A@1", false), (null, true)], read.Components.Select(component => (component.Purl, component.IsExcluded)));
    }

    [Fact]
    public void An_older_scanner_gets_1_5_with_its_tools_in_a_list()
    {
        var older = JsonNode.Parse(OlderCycloneDx.Downgrade(Encoding.UTF8.GetBytes(CycloneDxWriter.Write(Small))))!;

        Assert.Equal("1.5", older["specVersion"]!.GetValue<string>());
        Assert.Equal("lld", older["metadata"]!["tools"]![0]!["name"]!.GetValue<string>());
        Assert.Equal(2, older["components"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"bomFormat":"SPDX"}""")]
    [InlineData("""{"bomFormat":"CycloneDX","components":3}""")]
    public void What_is_no_CycloneDX_is_bad_input_that_names_the_file(string text) =>
        Assert.StartsWith(
            "/sbom.json",
            Assert.Throws<InputException>(() => CycloneDxReader.Read(Encoding.UTF8.GetBytes(text), "/sbom.json")).Message,
            StringComparison.Ordinal);

    private static string Serial(SbomDocument document) => JsonNode.Parse(CycloneDxWriter.Write(document))!["serialNumber"]!.GetValue<string>();
}
