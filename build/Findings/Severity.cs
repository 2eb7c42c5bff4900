namespace ContainerSecurity.Findings;

/// <summary>How bad a finding is, least first; the order decides thresholds.</summary>
public enum Severity
{
    Info,
    Low,
    Medium,
    High,
    Critical,
}
