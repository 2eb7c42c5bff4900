namespace Tests.Shared.Documentation;

/// <summary>A part of a document that is generated from the code.</summary>
/// <param name="Document">Path from the repository's root.</param>
/// <param name="Name">
/// The section lies between <c>&lt;!-- NAME --&gt;</c> and <c>&lt;!-- /NAME --&gt;</c>; the last word is the program that renders it.
/// </param>
/// <param name="Lines">What the code says now.</param>
internal sealed record DocumentSection(string Document, string Name, params IEnumerable<string> Lines)
{
    public override string ToString() => $"{Document}: {Name}";

    private string Start => $"<!-- {Name} -->\n";

    private string End => $"<!-- /{Name} -->";

    /// <summary>The document with this section as the code says it.</summary>
    public string Update(string document)
    {
        var start = document.IndexOf(Start, StringComparison.Ordinal);
        var end = document.IndexOf(End, StringComparison.Ordinal);
        Assert.True(
            start >= 0 && end > start,
            $"{Document} has no section between {Start.TrimEnd()} and {End}. Write both lines where the section belongs.");
        return $"{document[..(start + Start.Length)]}{string.Join('\n', Lines)}\n{document[end..]}";
    }
}
