namespace ContainerSecurity.Shell.Syntax;

/// <summary><c>2&gt;file</c>, <c>&lt;&lt;&lt; text</c>, <c>&lt;&lt;EOF</c>.</summary>
/// <param name="source">The descriptor as written, <c>&amp;</c> for both outputs, empty for the default.</param>
/// <param name="operation"><c>&gt;</c>, <c>&gt;&gt;</c>, <c>&lt;</c>, <c>&lt;&lt;&lt;</c>, <c>&lt;&lt;</c> …</param>
/// <param name="target">The file, descriptor or text; for a here-document its content.</param>
internal sealed class ShellRedirection(string source, string operation, ShellWord target)
{
    public string Source => source;

    public string Operator => operation;

    public ShellWord Target => target;
}
