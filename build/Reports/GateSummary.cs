using ContainerSecurity.Findings;

namespace ContainerSecurity.Reports;

/// <summary>What a gate saw, in a few words: its counts, as one line.</summary>
internal static class GateSummary
{
    public static string Saw(GateResult gate) =>
        string.Join(", ", gate.Coverage.Where(entry => entry.Value is int or long).Select(entry => $"{entry.Value} {Words(entry.Key)}"));

    /// <summary>A name in JSON's camel case as words: <c>imageFiles</c> is <c>image files</c>.</summary>
    private static string Words(string name) => string.Concat(name.Select(letter => char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{letter}"));

    public static string Text(object value) => value is IEnumerable<string> texts ? string.Join(", ", texts) : value.ToString() ?? "";
}
