using System.Text.Json;
using ContainerSecurity.Findings;

namespace ContainerSecurity.Reports;

/// <summary>One finding as an object of <c>scan.json</c>.</summary>
internal static class FindingJson
{
    public static void Write(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", finding.RuleId);
        json.WriteString("severity", DisplayNames.Get(finding.Severity));
        json.WriteString("message", finding.Message);
        WriteText(json, "file", finding.File);
        WriteNumber(json, "line", finding.Line);
        WriteNumber(json, "column", finding.Column);
        WriteText(json, "layer", finding.Layer);
        WriteText(json, "platform", finding.Platform);
        WriteText(json, "package", finding.Package);
        WriteText(json, "installedVersion", finding.InstalledVersion);
        WriteText(json, "fixedVersion", finding.FixedVersion);
        WriteText(json, "help", finding.Help);
        WriteText(json, "claim", finding.Claim);
        WriteSuppression(json, finding.Suppressed);
        json.WriteEndObject();
    }

    private static void WriteSuppression(Utf8JsonWriter json, Suppression? suppression)
    {
        if (suppression is null)
            return;

        json.WriteStartObject("suppressed");
        json.WriteString("by", suppression.By);
        WriteText(json, "statement", suppression.Statement);
        WriteText(json, "expiresAt", suppression.ExpiresAt?.ToString("yyyy-MM-dd"));
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, int? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number);
    }
}
