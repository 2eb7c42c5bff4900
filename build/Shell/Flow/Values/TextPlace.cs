namespace ContainerSecurity.Shell.Flow.Values;

/// <summary>Where the text stands that is walked: the script itself, a text that it gives to a shell, or a file that it runs.</summary>
/// <param name="File">Relative to the repository; null for the script itself.</param>
/// <param name="Line">Where the text begins, 1-based.</param>
/// <param name="KeepsLines">Its lines are those of the file; else all of it is reported at <paramref name="Line"/>.</param>
internal sealed record TextPlace(string? File, int Line, bool KeepsLines)
{
    /// <summary>Finds texts that stand in it as they are; null where none is looked for.</summary>
    public TextLines? Lines { get; init; }

    public static TextPlace Of(string? file, string text) => new(file, 1, KeepsLines: true) { Lines = new TextLines(text) };

    /// <param name="line">Of the text.</param>
    /// <returns>Of the file.</returns>
    public int LineOf(int line) => KeepsLines ? Line + line - 1 : Line;

    /// <summary>Where code stands that is run in a line of this text.</summary>
    public TextPlace OfCode(Value code, int line) =>
        code.File is { } file && file.Begins(code.Text) ? Of(file.Path, file.Text)
        : Lines?.Find(code.Text) is { } found ? new(File, found, KeepsLines: true)
        : new(File, LineOf(line), KeepsLines: false);
}
