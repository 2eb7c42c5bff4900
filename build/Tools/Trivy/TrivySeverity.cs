using ContainerSecurity.Findings;

namespace ContainerSecurity.Tools.Trivy;

/// <summary>Maps Trivy's severities to the suite's.</summary>
internal static class TrivySeverity
{
    /// <summary>An unknown severity counts as the highest, because it has not been rated yet.</summary>
    public static Severity Parse(string? severity) => severity switch
    {
        "HIGH" => Severity.High,
        "MEDIUM" => Severity.Medium,
        "LOW" => Severity.Low,
        _ => Severity.Critical,
    };
}
