namespace ClaudeCodeProxy.Safeguards.Harmless.Values;

/// <summary>What a word of a script becomes: one word of a command, or several.</summary>
internal enum ArgumentKind
{
    /// <summary>Exactly the text.</summary>
    Known,

    /// <summary>A pattern: names of files that fit it, or itself.</summary>
    Pattern,

    /// <summary>One name of a file that fits the text, a pattern.</summary>
    Name,

    /// <summary>Any number of words, which name files below trusted directories as a search printed them.</summary>
    Names,

    /// <summary>One word, of which only the beginning is known.</summary>
    Text,

    /// <summary>Any number of words, of which nothing is known.</summary>
    Words,
}

/// <summary>A word of a command as far as it is known.</summary>
/// <param name="text">All of it, a pattern, or the beginning, as the kind says.</param>
internal sealed class Argument(ArgumentKind kind, string text)
{
    public static readonly Argument Unknown = new(ArgumentKind.Text, "");
    public static readonly Argument Words = new(ArgumentKind.Words, "");
    public static readonly Argument Names = new(ArgumentKind.Names, "");

    public ArgumentKind Kind => kind;

    public string Text => text;

    public static Argument Known(string text) => new(ArgumentKind.Known, text);

    public bool Is(string expected) => kind == ArgumentKind.Known && text == expected;

    /// <summary>It may be an option, whatever it was meant to be: nothing is known of its first character.</summary>
    public bool MayBeOption => kind switch
    {
        ArgumentKind.Known => text.Length > 1 && text[0] is '-',
        ArgumentKind.Words or ArgumentKind.Names => true,
        _ => text.Length == 0 || text[0] is '-' or '*' or '?' or '[',
    };

    /// <summary>For the reason why something is not clear.</summary>
    public string Shown => kind is ArgumentKind.Known or ArgumentKind.Pattern or ArgumentKind.Name ? $"`{text}`"
        : text.Length > 0 ? $"`{text}…`" : "a word that is only known at run time";
}
