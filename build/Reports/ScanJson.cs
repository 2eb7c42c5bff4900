using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using ContainerSecurity.Findings;

namespace ContainerSecurity.Reports;

/// <summary>Writes <c>scan.json</c>. Unused fields are absent; enumerations are lower case.</summary>
internal static class ScanJson
{
    private static readonly JsonWriterOptions Layout = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static byte[] Write(ScanReport report)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Layout))
        {
            json.WriteStartObject();
            json.WriteNumber("schemaVersion", ScanReport.SchemaVersion);
            json.WriteString("verdict", DisplayNames.Get(report.Verdict));
            json.WriteNumber("exitCode", report.ExitCode);
            WriteText(json, "error", report.Error);
            WriteImages(json, report.Images);
            json.WriteStartArray("gates");
            foreach (var gate in report.Gates)
                WriteGate(json, gate);
            json.WriteEndArray();
            WriteClaims(json, report);
            WriteControls(json, report);
            json.WriteEndObject();
        }

        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }

    private static void WriteClaims(Utf8JsonWriter json, ScanReport report)
    {
        if (!report.Claims.Any())
            return;
        json.WriteStartArray("claims");
        foreach (var claim in report.Claims)
            ClaimJson.Write(json, claim);
        json.WriteEndArray();
    }

    private static void WriteControls(Utf8JsonWriter json, ScanReport report)
    {
        if (!report.Controls.Any())
            return;
        json.WriteStartArray("controls");
        foreach (var control in report.Controls)
        {
            json.WriteStartObject();
            json.WriteString("standard", control.Standard);
            json.WriteString("id", control.Id);
            json.WriteString("title", control.Title);
            json.WriteStartArray("coveredBy");
            foreach (var source in control.CoveredBy)
                json.WriteStringValue(source);
            json.WriteEndArray();
            WriteText(json, "notCovered", control.WhyNot);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Most runs check one image, in the property image; further platforms follow in a list.</summary>
    private static void WriteImages(Utf8JsonWriter json, ImmutableArray<ImageIdentity> images)
    {
        if (images is [var first, ..])
        {
            json.WritePropertyName("image");
            WriteImage(json, first);
        }

        if (images.Length < 2)
            return;

        json.WriteStartArray("otherImages");
        foreach (var other in images[1..])
            WriteImage(json, other);
        json.WriteEndArray();
    }

    private static void WriteImage(Utf8JsonWriter json, ImageIdentity image)
    {
        json.WriteStartObject();
        json.WriteString("name", image.Name);
        json.WriteString("id", image.Id);
        WriteText(json, "digest", image.Digest);
        json.WriteString("platform", image.Platform);
        json.WriteEndObject();
    }

    private static void WriteGate(Utf8JsonWriter json, GateResult gate)
    {
        json.WriteStartObject();
        json.WriteString("name", gate.Name);
        json.WriteString("engine", gate.Engine);
        WriteText(json, "engineVersion", gate.EngineVersion);
        json.WriteString("verdict", DisplayNames.Get(gate.Verdict));
        WriteCoverage(json, gate);
        json.WriteStartArray("findings");
        foreach (var finding in gate.Findings)
            FindingJson.Write(json, finding);
        json.WriteEndArray();
        json.WriteStartArray("notes");
        foreach (var note in gate.Notes)
            json.WriteStringValue(note);
        json.WriteEndArray();
        json.WriteNumber("durationMs", (long)gate.Duration.TotalMilliseconds);
        json.WriteEndObject();
    }

    private static void WriteCoverage(Utf8JsonWriter json, GateResult gate)
    {
        json.WriteStartObject("coverage");
        foreach (var (name, fact) in gate.Coverage.Facts)
        {
            json.WritePropertyName(name);
            WriteFact(json, fact);
        }

        json.WriteEndObject();
    }

    private static void WriteFact(Utf8JsonWriter json, CoverageFact fact)
    {
        switch (fact)
        {
            case CoverageFact.Count count:
                json.WriteNumberValue(count.Value);
                break;
            case CoverageFact.List list:
                json.WriteStartArray();
                foreach (var text in list.Values)
                    json.WriteStringValue(text);
                json.WriteEndArray();
                break;
            default:
                json.WriteStringValue(fact.ToString());
                break;
        }
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }
}
