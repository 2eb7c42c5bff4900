namespace ContainerSecurity.Shell.Flow.Texts;

/// <summary>The line in which a character of a text stands.</summary>
internal sealed class LineNumbers(string text)
{
    private readonly List<int> _ends = [.. text.Index().Where(character => character.Item == '\n').Select(character => character.Index)];

    /// <returns>1-based.</returns>
    public int Of(int index)
    {
        var at = _ends.BinarySearch(index);
        return (at < 0 ? ~at : at) + 1;
    }
}
