using ContainerSecurity.Findings;

namespace ContainerSecurity.Reports;

/// <summary>What a gate saw, in a few words: its counts, as one line.</summary>
internal static class GateSummary
{
    public static string Saw(GateResult gate) =>
        string.Join(", ", gate.Coverage.Where(entry => entry.Value is int or long).Select(entry => $"{entry.Value} {entry.Key}"));

    public static string Text(object value) => value is IEnumerable<string> texts ? string.Join(", ", texts) : value.ToString() ?? "";
}
