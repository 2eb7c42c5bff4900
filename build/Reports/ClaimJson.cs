using System.Collections.Immutable;
using System.Text.Json;
using ContainerSecurity.Findings;

namespace ContainerSecurity.Reports;

/// <summary>The claims of <c>scan.json</c>: what each check saw, and whether it saw what was planted.</summary>
internal static class ClaimJson
{
    public static void Write(Utf8JsonWriter json, ClaimResult claim)
    {
        json.WriteStartObject();
        json.WriteString("id", claim.Id);
        json.WriteString("name", claim.Name);
        json.WriteString("statement", claim.Statement);
        json.WriteString("verdict", DisplayNames.Get(claim.Verdict));
        json.WriteStartArray("checks");
        foreach (var check in claim.Checks)
            WriteCheck(json, check);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteCheck(Utf8JsonWriter json, CheckResult check)
    {
        json.WriteStartObject();
        json.WriteString("id", check.Id);
        json.WriteString("subject", check.Subject);
        WriteTexts(json, "evidence", check.Evidence);
        WriteTexts(json, "broken", check.Broken);
        WriteTexts(json, "unseen", check.Unseen);
        if (check.Holds is { } holds)
            json.WriteBoolean("holds", holds);
        if (check.Detection is { } detection)
        {
            json.WriteBoolean("detects", detection.Detects);
            WriteTexts(json, "planted", detection.Seen);
            WriteTexts(json, "missed", detection.Missed);
        }
        else if (check.NotTried is { } why)
        {
            json.WriteString("notTried", why);
        }

        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, ImmutableArray<string> texts)
    {
        if (texts.IsEmpty)
            return;
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
