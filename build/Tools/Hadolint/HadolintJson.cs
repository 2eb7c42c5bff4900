using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Hadolint;
using ContainerSecurity.Processes;

namespace ContainerSecurity.Tools.Hadolint;

/// <summary>Hadolint's own JSON: one array of findings.</summary>
internal static class HadolintJson
{
    // Messages are full of backticks, which only HTML would need escaped.
    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <exception cref="ToolFailedException">The output has another form.</exception>
    public static ImmutableArray<Finding> Read(string output)
    {
        try
        {
            using var document = JsonDocument.Parse(output);
            return [.. document.RootElement.EnumerateArray().Select(Finding)];
        }
        catch (Exception rubbish) when (rubbish is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new ToolFailedException($"Hadolint printed something other than its JSON report ({rubbish.Message}): {Start(output)}", rubbish);
        }
    }

    /// <summary>Findings of either engine in Hadolint's shape, for <c>hadolint.json</c>.</summary>
    public static byte[] Write(IEnumerable<Finding> findings)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Readable))
        {
            writer.WriteStartArray();
            foreach (var finding in findings)
                Write(writer, finding);
            writer.WriteEndArray();
        }

        return buffer.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, Finding finding)
    {
        writer.WriteStartObject();
        writer.WriteString("code", finding.RuleId);
        writer.WriteNumber("column", finding.Column ?? 1);
        writer.WriteString("file", finding.File);
        writer.WriteString("level", HadolintLevel.NameOf(finding.Severity));
        writer.WriteNumber("line", finding.Line ?? 1);
        writer.WriteString("message", finding.Message);
        writer.WriteEndObject();
    }

    private static Finding Finding(JsonElement item)
    {
        var code = item.GetProperty("code").GetString() ?? throw new FormatException("a finding has no code");
        var level = item.GetProperty("level").GetString();
        return new Finding
        {
            RuleId = code,
            Severity = HadolintLevel.Parse(level) ?? throw new FormatException($"the level `{level}` is unknown"),
            Message = item.GetProperty("message").GetString() ?? "",
            File = item.GetProperty("file").GetString() ?? throw new FormatException("a finding has no file"),
            Line = item.GetProperty("line").GetInt32(),
            Column = item.GetProperty("column").GetInt32(),
            Help = HadolintCode.HelpFor(code),
        };
    }

    private static string Start(string output) => output.Length == 0 ? "nothing" : output[..Math.Min(output.Length, 200)];
}
