namespace ContainerSecurity.Shell.Syntax;

/// <summary><c>2&gt;file</c>, <c>&lt;&lt;&lt; text</c>, <c>&lt;&lt;EOF</c>.</summary>
/// <param name="Source">The descriptor as written, <c>&amp;</c> for both outputs, empty for the default.</param>
/// <param name="Operator"><c>&gt;</c>, <c>&gt;&gt;</c>, <c>&lt;</c>, <c>&lt;&lt;&lt;</c>, <c>&lt;&lt;</c> …</param>
/// <param name="Target">The file, descriptor or text; for a here-document its content.</param>
internal sealed record ShellRedirection(string Source, string Operator, ShellWord Target);
