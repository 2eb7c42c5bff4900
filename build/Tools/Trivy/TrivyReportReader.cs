using System.Text.Json;
using ContainerSecurity.Processes;

namespace ContainerSecurity.Tools.Trivy;

/// <summary>Parses Trivy's output. Output that is not a complete report is a tool failure, never "no findings".</summary>
internal static class TrivyReportReader
{
    private const int KnownSchema = 2;

    /// <param name="input">What was scanned, for the message.</param>
    /// <exception cref="ToolFailedException">Not JSON, truncated, or of an unknown form.</exception>
    public static TrivyReport Read(string output, string input)
    {
        try
        {
            var report = JsonSerializer.Deserialize(output, TrivyJson.Default.TrivyReport);
            return report switch
            {
                { SchemaVersion: KnownSchema, ArtifactName: not null } => report,
                { SchemaVersion: not 0 and not KnownSchema } =>
                    throw Unreadable(input, $"has schema version {report.SchemaVersion}, and only {KnownSchema} is known", null),
                _ => throw Unreadable(input, "is JSON, but not a report", null),
            };
        }
        catch (JsonException broken)
        {
            throw Unreadable(input, "is not complete JSON: " + Where(broken), broken);
        }
    }

    /// <summary>The parser's own message can quote what it read.</summary>
    private static string Where(JsonException broken) => $"it breaks at line {broken.LineNumber + 1}, byte {broken.BytePositionInLine + 1}";

    private static ToolFailedException Unreadable(string input, string how, Exception? cause)
    {
        var message =
            $"Trivy's output for '{input}' {how}. Nothing was scanned; run the scan again, and check disk space and the Trivy version if this "
            + "happens again.";
        return cause is null ? new ToolFailedException(message) : new ToolFailedException(message, cause);
    }
}
