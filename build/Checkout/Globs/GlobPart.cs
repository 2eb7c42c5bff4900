namespace ContainerSecurity.Checkout.Globs;

/// <summary>A part of a glob: it leads from places of a text, which the parts before it reach, to other places.</summary>
internal abstract class GlobPart
{
    /// <param name="reached">For each place between letters, and before and behind them, whether it is reached.</param>
    public abstract void Advance(ReadOnlySpan<char> text, Span<bool> reached);
}

/// <summary>Letters that mean themselves.</summary>
internal sealed class GlobLetters(string letters) : GlobPart
{
    public string Letters => letters;

    public override void Advance(ReadOnlySpan<char> text, Span<bool> reached)
    {
        for (var end = text.Length; end >= 0; end--)
        {
            var start = end - letters.Length;
            reached[end] = start >= 0 && reached[start] && text[start..].StartsWith(letters);
        }
    }
}

/// <summary>One letter: <c>?</c> or a class.</summary>
internal sealed class GlobLetter(Func<char, bool> isMatch) : GlobPart
{
    public override void Advance(ReadOnlySpan<char> text, Span<bool> reached)
    {
        for (var end = text.Length; end > 0; end--)
            reached[end] = reached[end - 1] && isMatch(text[end - 1]);
        reached[0] = false;
    }
}

/// <summary><c>*</c>: any letters of one name.</summary>
internal sealed class GlobName : GlobPart
{
    public override void Advance(ReadOnlySpan<char> text, Span<bool> reached)
    {
        for (var end = 1; end <= text.Length; end++)
            reached[end] |= reached[end - 1] && text[end - 1] != '/';
    }
}

/// <summary><c>**/</c>: folders at any depth, or none.</summary>
internal sealed class GlobFolders : GlobPart
{
    public override void Advance(ReadOnlySpan<char> text, Span<bool> reached)
    {
        for (var end = reached.IndexOf(true) + 1; end <= text.Length; end++)
            reached[end] |= text[end - 1] == '/';
    }
}

/// <summary><c>**</c> at the end: any text.</summary>
internal sealed class GlobRest : GlobPart
{
    public override void Advance(ReadOnlySpan<char> text, Span<bool> reached) => reached[reached.IndexOf(true)..].Fill(true);
}
