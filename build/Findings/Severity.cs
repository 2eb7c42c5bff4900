namespace ContainerSecurity.Findings;

/// <summary>The severity of a finding, lowest first; the order decides thresholds.</summary>
public enum Severity
{
    Info,
    Low,
    Medium,
    High,
    Critical,
}
