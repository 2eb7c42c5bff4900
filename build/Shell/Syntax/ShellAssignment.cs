namespace ContainerSecurity.Shell.Syntax;

/// <summary><c>NAME=value</c> before a command or on its own; of an array, all elements as one text.</summary>
/// <param name="appends"><c>NAME+=value</c>.</param>
internal sealed class ShellAssignment(string name, ShellWord value, bool appends = false)
{
    public string Name => name;

    public ShellWord Value => value;

    public bool Appends => appends;
}
