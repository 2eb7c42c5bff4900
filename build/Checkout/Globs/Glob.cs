using System.Collections.Immutable;

namespace ContainerSecurity.Checkout.Globs;

/// <summary>A pattern of paths. To match costs no more than its length times that of the text, so no pattern of a hostile file takes long.</summary>
internal sealed class Glob
{
    private const int ShortText = 512;

    private readonly ImmutableArray<GlobPart> _parts;

    /// <summary>Letters without which no text matches; most texts lack them.</summary>
    private readonly string _needed;

    private Glob(ImmutableArray<GlobPart> parts) =>
        (_parts, _needed) = (parts, parts.OfType<GlobLetters>().Select(part => part.Letters).MaxBy(letters => letters.Length) ?? "");

    public static bool HasWildcard(string glob) => glob.AsSpan().IndexOfAny('*', '?', '[') >= 0;

    /// <returns>Null for a glob that is malformed.</returns>
    public static Glob? Parse(string glob, GlobDialect dialect) => GlobReader.Read(glob, dialect) is { } parts ? new Glob(parts) : null;

    /// <summary>Whether it matches the whole text.</summary>
    public bool IsMatch(string text)
    {
        if (!text.Contains(_needed, StringComparison.Ordinal))
            return false;
        var reached = text.Length < ShortText ? stackalloc bool[text.Length + 1] : new bool[text.Length + 1];
        reached[0] = true;
        foreach (var part in _parts)
        {
            part.Advance(text, reached);
            if (!reached.Contains(true))
                return false;
        }

        return reached[^1];
    }
}
