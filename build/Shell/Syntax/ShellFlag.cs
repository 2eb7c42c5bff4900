namespace ContainerSecurity.Shell.Syntax;

/// <summary>An option of a command.</summary>
/// <param name="name">Without dashes and value.</param>
/// <param name="index">Of the argument that holds it.</param>
internal sealed class ShellFlag(string name, int index)
{
    public string Name => name;

    public int Index => index;

    public static IEnumerable<ShellFlag> Parse(string argument, int index)
    {
        if (argument is "-" or "--" || !argument.StartsWith('-'))
            return [];
        return argument.StartsWith("--", StringComparison.Ordinal)
            ? [new ShellFlag(argument[2..].Split('=')[0], index)]
            : argument.Skip(1).Select(letter => new ShellFlag(letter.ToString(), index));
    }
}
