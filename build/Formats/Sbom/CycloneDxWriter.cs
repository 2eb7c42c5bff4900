using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ContainerSecurity.Formats.Sbom;

/// <summary>Writes a bill of materials as CycloneDX JSON (ECMA-424), the same bytes for the same content.</summary>
internal sealed class CycloneDxWriter(Utf8JsonWriter json)
{
    public const string Version = "1.6";

    private static readonly JsonWriterOptions Layout = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping
    };

    public static string Write(SbomDocument document) => Write(document, SerialOf(Write(document, serial: null))) + "\n";

    private static string Write(SbomDocument document, Guid? serial)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Layout))
            new CycloneDxWriter(json).WriteDocument(document, serial);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>A UUID that is made of the content (RFC 9562, version 8).</summary>
    private static Guid SerialOf(string content)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(content))[..16];
        (bytes[6], bytes[8]) = ((byte)((bytes[6] & 0x0f) | 0x80), (byte)((bytes[8] & 0x3f) | 0x80));
        return new Guid(bytes, bigEndian: true);
    }

    private void WriteDocument(SbomDocument document, Guid? serial)
    {
        json.WriteStartObject();
        json.WriteString("bomFormat", "CycloneDX");
        json.WriteString("specVersion", Version);
        if (serial is { } uuid)
            json.WriteString("serialNumber", $"urn:uuid:{uuid}");
        json.WriteNumber("version", 1);
        WriteMetadata(document);
        WriteComponents("components", document.Components);
        WriteDependencies([document.Product, .. document.Components]);
        json.WriteEndObject();
    }

    private void WriteMetadata(SbomDocument document)
    {
        json.WriteStartObject("metadata");
        json.WriteString("timestamp", document.Time.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ"));
        json.WriteStartObject("tools");
        WriteComponents("components", document.Tools);
        json.WriteEndObject();
        json.WritePropertyName("component");
        WriteComponent(document.Product);
        json.WriteEndObject();
    }

    private void WriteComponents(string name, IEnumerable<SbomComponent> components)
    {
        json.WriteStartArray(name);
        foreach (var component in components)
            WriteComponent(component);
        json.WriteEndArray();
    }

    private void WriteComponent(SbomComponent component)
    {
        json.WriteStartObject();
        json.WriteString("type", component.Type);
        json.WriteString("bom-ref", component.Ref);
        if (component.Supplier is { } supplier)
            WriteSupplier(supplier);
        json.WriteString("name", component.Name);
        json.WriteString("version", component.Version);
        if (component.Description is { } description)
            json.WriteString("description", description);
        json.WriteString("scope", component.IsExcluded ? "excluded" : "required");
        WriteHashes(component);
        if (component.License is { } license)
            WriteLicense(license);
        if (component.Purl is { } purl)
            json.WriteString("purl", purl);
        WriteProperties(component);
        json.WriteEndObject();
    }

    private void WriteSupplier(string supplier)
    {
        json.WriteStartObject("supplier");
        json.WriteString("name", supplier);
        json.WriteEndObject();
    }

    private void WriteHashes(SbomComponent component)
    {
        if (component.Hashes.IsEmpty)
            return;

        json.WriteStartArray("hashes");
        foreach (var (algorithm, digest) in component.Hashes)
        {
            json.WriteStartObject();
            json.WriteString("alg", algorithm);
            json.WriteString("content", digest);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteLicense(string expression)
    {
        json.WriteStartArray("licenses");
        json.WriteStartObject();
        json.WriteString("expression", expression);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private void WriteProperties(SbomComponent component)
    {
        if (component.Properties.IsEmpty)
            return;

        json.WriteStartArray("properties");
        foreach (var (name, value) in component.Properties)
        {
            json.WriteStartObject();
            json.WriteString("name", name);
            json.WriteString("value", value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteDependencies(IEnumerable<SbomComponent> components)
    {
        json.WriteStartArray("dependencies");
        foreach (var component in components)
        {
            json.WriteStartObject();
            json.WriteString("ref", component.Ref);
            json.WriteStartArray("dependsOn");
            foreach (var dependency in component.DependsOn)
                json.WriteStringValue(dependency);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
