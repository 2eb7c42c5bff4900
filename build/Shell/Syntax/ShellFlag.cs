namespace ContainerSecurity.Shell.Syntax;

/// <summary>An option of a command.</summary>
/// <param name="Name">Without dashes and value.</param>
/// <param name="Index">Of the argument that holds it.</param>
internal readonly record struct ShellFlag(string Name, int Index)
{
    public static IEnumerable<ShellFlag> Parse(string argument, int index)
    {
        if (argument is "-" or "--" || !argument.StartsWith('-'))
            return [];
        return argument.StartsWith("--", StringComparison.Ordinal)
            ? [new ShellFlag(argument[2..].Split('=')[0], index)]
            : argument.Skip(1).Select(letter => new ShellFlag(letter.ToString(), index));
    }
}
