namespace ContainerSecurity.Formats.Dockerfiles.Parsing;

/// <summary>An instruction's text with continuations joined, without here-documents.</summary>
/// <param name="Line">First physical line, 1-based.</param>
/// <param name="EndLine">Last physical line before any here-document.</param>
/// <param name="Column">Of its first character, 1-based.</param>
internal sealed record LogicalLine(int Line, int EndLine, int Column, string Text);
