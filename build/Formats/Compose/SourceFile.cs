namespace ContainerSecurity.Formats.Compose;

/// <summary>A file's text under the path by which tools find it.</summary>
/// <param name="Path">Relative to the repository root with <c>/</c>.</param>
internal sealed record SourceFile(string Path, string Text)
{
    /// <summary>For compose files: what is known of the variables that they use.</summary>
    public ComposeVariables Variables { get; init; } = ComposeVariables.None;
}
