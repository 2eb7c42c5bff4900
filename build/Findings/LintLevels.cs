namespace ContainerSecurity.Findings;

/// <summary>Hadolint's levels as the suite's severities, one to one (design: contract).</summary>
internal static class LintLevels
{
    public static Severity ToSeverity(LintLevel level) => level switch
    {
        LintLevel.Error => Severity.High,
        LintLevel.Warning => Severity.Medium,
        LintLevel.Info => Severity.Low,
        _ => Severity.Info,
    };

    public static LintLevel FromSeverity(Severity severity) => severity switch
    {
        >= Severity.High => LintLevel.Error,
        Severity.Medium => LintLevel.Warning,
        Severity.Low => LintLevel.Info,
        _ => LintLevel.Style,
    };

    /// <summary>The name that Hadolint prints.</summary>
    public static string Name(LintLevel level) => level.ToString().ToLowerInvariant();
}
