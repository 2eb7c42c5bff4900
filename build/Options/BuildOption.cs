namespace ContainerSecurity.Options;

/// <summary>One option of the command line: how it is written, what it means, and what it changes.</summary>
/// <param name="Name">Without the dashes.</param>
/// <param name="Value">The placeholder for the value in the help; null for a switch.</param>
/// <param name="Meaning">One line for help and documents.</param>
/// <param name="Apply">Puts a value (<c>true</c> or <c>false</c> for a switch) into the options.</param>
internal sealed record BuildOption(string Name, string? Value, string Meaning, Func<BuildOptions, string, BuildOptions> Apply)
{
    /// <summary><c>--name=VALUE</c>.</summary>
    public string Usage => Value is null ? $"--{Name}" : $"--{Name}={Value}";
}
