namespace ContainerSecurity.Shell.Syntax;

/// <summary><c>NAME=value</c> before a command or on its own; of an array, all elements as one text.</summary>
/// <param name="Appends"><c>NAME+=value</c>.</param>
internal sealed record ShellAssignment(string Name, ShellWord Value, bool Appends = false);
