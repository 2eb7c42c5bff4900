using ContainerSecurity.Findings;

namespace ContainerSecurity.Formats.Hadolint;

/// <summary>Hadolint's names of severities, one to one.</summary>
internal static class HadolintLevel
{
    public static string NameOf(Severity severity) => severity switch
    {
        >= Severity.High => "error",
        Severity.Medium => "warning",
        Severity.Low => "info",
        _ => "style",
    };

    /// <returns>Null for any other name.</returns>
    public static Severity? Parse(string? name) => name switch
    {
        "error" => Severity.High,
        "warning" => Severity.Medium,
        "info" => Severity.Low,
        "style" => Severity.Info,
        _ => null,
    };
}
