using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ContainerSecurity.Formats.Sbom;

/// <summary>
/// Writes a bill of materials as SPDX 2.3 JSON (spdx.github.io/spdx-spec/v2.3), the same bytes for the same content. Not SPDX 3: scanners and portals
/// still read 2.3, few read the other.
/// </summary>
internal static class SpdxWriter
{
    private const string Unknown = "NOASSERTION";
    private const string DocumentId = "SPDXRef-DOCUMENT";

    private static readonly JsonSerializerOptions Layout = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <param name="creator">The tool that writes it, with its version: <c>suite-1.0</c>.</param>
    public static byte[] Write(SbomDocument document, string creator)
    {
        ImmutableArray<SbomComponent> parts = [document.Product, .. document.Components];
        ImmutableArray<SbomComponent> all = [.. parts.Concat(document.Tools).DistinctBy(part => part.Ref)];
        var packages = new JsonArray([.. all.Select(Package)]);
        var json = new JsonObject
        {
            ["spdxVersion"] = "SPDX-2.3",
            ["dataLicense"] = "CC0-1.0",
            ["SPDXID"] = DocumentId,
            ["name"] = $"{document.Product.Name}-{document.Product.Version}",
            ["documentNamespace"] = $"https://spdx.org/spdxdocs/{document.Product.Name}-{document.Product.Version}-{DigestOf(packages)}",
            ["creationInfo"] = new JsonObject
            {
                ["created"] = document.Time.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ"),
                ["creators"] = new JsonArray($"Tool: {creator}"),
            },
            ["packages"] = packages,
            ["relationships"] = new JsonArray([.. Relationships(document, parts, [.. all.Select(part => part.Ref)])]),
        };
        return Encoding.UTF8.GetBytes(json.ToJsonString(Layout) + "\n");
    }

    private static JsonObject Package(SbomComponent component)
    {
        var json = new JsonObject
        {
            ["SPDXID"] = IdOf(component.Ref),
            ["name"] = component.Name,
            ["versionInfo"] = component.Version,
            ["downloadLocation"] = Unknown,
            ["filesAnalyzed"] = false,
            ["licenseConcluded"] = Unknown,
            ["licenseDeclared"] = component.License ?? Unknown,
            ["copyrightText"] = Unknown,
            ["primaryPackagePurpose"] = component.Type.ToUpperInvariant(),
        };
        if (component.Description is { } description)
            json["description"] = description;
        if (component.Supplier is { } supplier)
            json["supplier"] = $"Organization: {supplier}";
        if (!component.Hashes.IsEmpty)
            json["checksums"] = new JsonArray([.. component.Hashes.Select(Checksum)]);
        if (component.Purl is { } purl)
        {
            json["externalRefs"] = new JsonArray(new JsonObject
            {
                ["referenceCategory"] = "PACKAGE-MANAGER",
                ["referenceType"] = "purl",
                ["referenceLocator"] = purl,
            });
        }

        return json;
    }

    private static JsonObject Checksum(KeyValuePair<string, string> hash) => new JsonObject
    {
        ["algorithm"] = hash.Key.Replace("-", "", StringComparison.Ordinal),
        ["checksumValue"] = hash.Value,
    };

    private static IEnumerable<JsonNode> Relationships(SbomDocument document, ImmutableArray<SbomComponent> parts, HashSet<string> known) =>
    [
        Relationship(DocumentId, "DESCRIBES", IdOf(document.Product.Ref)),
        .. from part in parts
           from dependency in part.DependsOn
           where known.Contains(dependency)
           select Relationship(IdOf(part.Ref), "DEPENDS_ON", IdOf(dependency)),
        .. from tool in document.Tools.DistinctBy(tool => tool.Ref)
           select Relationship(IdOf(tool.Ref), "BUILD_TOOL_OF", IdOf(document.Product.Ref)),
    ];

    private static JsonObject Relationship(string from, string type, string to) => new JsonObject
    {
        ["spdxElementId"] = from,
        ["relationshipType"] = type,
        ["relatedSpdxElement"] = to,
    };

    /// <summary>Letters, digits, dots and dashes are all that an identifier may have; the digest keeps two apart that differ in others.</summary>
    private static string IdOf(string reference)
    {
        var letters = string.Concat(reference.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter == '.' ? letter : '-'));
        return $"SPDXRef-{letters}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(reference)))[..8]}";
    }

    private static string DigestOf(JsonNode content) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content.ToJsonString(Layout))));
}
