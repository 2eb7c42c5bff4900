namespace ContainerSecurity.Linting;

/// <summary>One finding in Hadolint's terms.</summary>
/// <param name="File">Relative to the repository root, with <c>/</c>.</param>
/// <param name="Line">First line of the instruction, 1-based.</param>
/// <param name="Column">1 for rules; where the error is for DL1000.</param>
internal sealed record LintFinding(string File, int Line, int Column, string Code, LintLevel Level, string Message);
