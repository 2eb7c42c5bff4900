using ContainerSecurity.Findings;

namespace ContainerSecurity.Tools.Trivy;

/// <summary>Trivy's severities to ours.</summary>
internal static class TrivySeverity
{
    /// <summary>What is unknown counts as the worst: nobody has judged it yet.</summary>
    public static Severity Parse(string? severity) => severity switch
    {
        "HIGH" => Severity.High,
        "MEDIUM" => Severity.Medium,
        "LOW" => Severity.Low,
        _ => Severity.Critical,
    };
}
