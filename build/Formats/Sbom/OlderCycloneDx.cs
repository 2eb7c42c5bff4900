using System.Text.Json.Nodes;

namespace ContainerSecurity.Formats.Sbom;

/// <summary>
/// The same bill of materials for a scanner of 2024: CycloneDX 1.5, and its tools in the list that 1.4 had, because such a scanner fails on any other
/// form.
/// </summary>
internal static class OlderCycloneDx
{
    public const string Version = "1.5";

    /// <param name="text">What <see cref="CycloneDxWriter"/> wrote.</param>
    public static byte[] Downgrade(ReadOnlySpan<byte> text)
    {
        var document = JsonNode.Parse(text)!.AsObject();
        document["specVersion"] = Version;
        var metadata = document["metadata"]!.AsObject();
        var tools = metadata["tools"]?["components"]?.AsArray().Select(tool => (JsonNode)new JsonObject
        {
            ["name"] = tool!["name"]?.DeepClone(),
            ["version"] = tool["version"]?.DeepClone(),
        });
        metadata["tools"] = new JsonArray([.. tools ?? []]);
        return System.Text.Encoding.UTF8.GetBytes(document.ToJsonString());
    }
}
