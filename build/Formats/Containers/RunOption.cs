namespace ContainerSecurity.Formats.Containers;

/// <summary>One option of <c>docker run</c> out of <c>runArgs</c>.</summary>
/// <param name="Name">The long name without dashes: <c>publish</c> for <c>-p</c>.</param>
/// <param name="Value">Null for a bare flag.</param>
/// <param name="Line">1-based.</param>
internal sealed record RunOption(string Name, string? Value, int Line)
{
    /// <summary>A flag that is on: bare, or with any value that does not switch it off.</summary>
    public bool IsOn => Value is not ("false" or "0" or "f" or "F" or "False" or "FALSE");
}
