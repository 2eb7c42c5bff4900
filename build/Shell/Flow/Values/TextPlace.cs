namespace ContainerSecurity.Shell.Flow.Values;

/// <summary>Where the text stands that is walked: the script itself, a text that it gives to a shell, or a file that it runs.</summary>
/// <param name="file">Relative to the repository; null for the script itself.</param>
/// <param name="line">Where the text begins, 1-based.</param>
/// <param name="keepsLines">Its lines are those of the file; else all of it is reported at <paramref name="line"/>.</param>
internal sealed class TextPlace(string? file, int line, bool keepsLines)
{
    public string? File => file;

    /// <summary>Finds texts that stand in it as they are; null where none is looked for.</summary>
    public TextLines? Lines { get; init; }

    public static TextPlace Of(string? path, string text) => new(path, 1, keepsLines: true) { Lines = new TextLines(text) };

    /// <param name="inText">1-based.</param>
    /// <returns>Of the file.</returns>
    public int LineOf(int inText) => keepsLines ? line + inText - 1 : line;

    /// <summary>Where code stands that is run in a line of this text.</summary>
    public TextPlace OfCode(Value code, int inText) =>
        code.File is { } known && known.Begins(code.Text) ? Of(known.Path, known.Text)
        : Lines?.Find(code.Text) is { } found ? new(file, found, keepsLines: true)
        : new(file, LineOf(inText), keepsLines: false);
}
