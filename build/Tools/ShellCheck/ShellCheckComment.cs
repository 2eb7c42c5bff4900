namespace ContainerSecurity.Tools.ShellCheck;

/// <summary>One comment of ShellCheck on a script.</summary>
/// <param name="Line">1-based.</param>
/// <param name="Column">1-based.</param>
internal sealed record ShellCheckComment(string Script, int Line, int Column, int Code, ShellCheckLevel Level, string Message);
