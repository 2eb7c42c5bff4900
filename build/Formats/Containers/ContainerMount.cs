namespace ContainerSecurity.Formats.Containers;

/// <summary>A mount that a file asks for, in whichever of its forms.</summary>
/// <param name="Source">Null when the form names none (a tmpfs, an anonymous volume).</param>
/// <param name="IsReadOnly">
/// Only the string forms can say so; the object form has type, source and target alone (devcontainers/spec, base schema).
/// </param>
/// <param name="Text">As written, for messages.</param>
/// <param name="Line">1-based.</param>
internal sealed record ContainerMount(string Type, string? Source, string Target, bool IsReadOnly, string Text, int Line)
{
    public bool IsBind => Type == "bind";
}
