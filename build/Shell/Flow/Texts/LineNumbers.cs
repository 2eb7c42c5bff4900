namespace ContainerSecurity.Shell.Flow.Texts;

/// <summary>The line in which a character of a text stands.</summary>
internal sealed class LineNumbers
{
    private readonly List<int> _ends = [];

    public LineNumbers(string text)
    {
        for (var at = text.IndexOf('\n'); at >= 0; at = text.IndexOf('\n', at + 1))
            _ends.Add(at);
    }

    /// <returns>1-based.</returns>
    public int Of(int index)
    {
        var at = _ends.BinarySearch(index);
        return (at < 0 ? ~at : at) + 1;
    }
}
