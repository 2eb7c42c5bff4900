namespace ContainerSecurity.Findings;

/// <summary>Hadolint's levels, strictest first; the order decides <c>failure-threshold</c>.</summary>
internal enum LintLevel
{
    Error,
    Warning,
    Info,
    Style,

    /// <summary>Off unless an override raises it.</summary>
    Ignore,
}
