using System.Text.Json;
using ContainerSecurity.Processes;

namespace ContainerSecurity.Tools.Trivy;

/// <summary>Trivy's output to a report. What is not wholly a report is a broken tool, never "no findings".</summary>
internal static class TrivyReportReader
{
    private const int KnownSchema = 2;

    /// <param name="input">What was scanned, for the message.</param>
    /// <exception cref="ToolFailedException">Not JSON, cut off, or of a form that this code does not know.</exception>
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
                _ => throw Unreadable(input, "is JSON, but no report", null),
            };
        }
        catch (JsonException broken)
        {
            throw Unreadable(input, "is not whole JSON: " + Where(broken), broken);
        }
    }

    /// <summary>The parser's own message can quote what it read.</summary>
    private static string Where(JsonException broken) => $"it breaks at line {broken.LineNumber + 1}, byte {broken.BytePositionInLine + 1}";

    private static ToolFailedException Unreadable(string input, string how, Exception? cause)
    {
        var message = $"Trivy's output for '{input}' {how}. Nothing was judged; run the scan again, and check disk space and the Trivy version if it stays so.";
        return cause is null ? new ToolFailedException(message) : new ToolFailedException(message, cause);
    }
}
