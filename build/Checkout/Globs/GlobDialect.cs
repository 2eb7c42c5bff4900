namespace ContainerSecurity.Checkout.Globs;

/// <summary>How a program reads globs. A backslash, a bracket or a second star means something only where the program says so.</summary>
internal sealed record GlobDialect
{
    private GlobDialect()
    {
    }

    /// <summary>Lines of a .gitignore (gitignore(5), and wildmatch.c of git for classes).</summary>
    public static GlobDialect GitIgnore { get; } = new() { DoubleStar = DoubleStar.WholeName, Classes = CharacterClasses.Posix, Escapes = true };

    /// <summary>Sources of COPY and ADD: Go's filepath.Match, which knows no <c>**</c>.</summary>
    public static GlobDialect GoPath { get; } = new() { Classes = CharacterClasses.Go, Escapes = true };

    /// <summary>Lines of a .dockerignore: those of Go, and <c>**</c> wherever it stands (moby/patternmatcher).</summary>
    public static GlobDialect DockerIgnore { get; } = GoPath with { DoubleStar = DoubleStar.Anywhere };

    /// <summary>
    /// <c>paths</c> of <c>.trivyignore.yaml</c> (bmatcuk/doublestar, without its braces, classes and escapes), and values of <c>--dockerfile</c>.
    /// </summary>
    public static GlobDialect Paths { get; } = new() { DoubleStar = DoubleStar.WholeName };

    public DoubleStar DoubleStar { get; private init; }

    public CharacterClasses Classes { get; private init; }

    /// <summary>Whether a backslash takes the meaning from the next character.</summary>
    public bool Escapes { get; private init; }
}

/// <summary>What <c>**</c> means.</summary>
internal enum DoubleStar
{
    /// <summary>The same as <c>*</c>.</summary>
    None,

    /// <summary>Folders at any depth, none included, where it is a whole name between slashes; elsewhere the same as <c>*</c>.</summary>
    WholeName,

    /// <summary>Folders at any depth, whatever stands beside it.</summary>
    Anywhere,
}

/// <summary>What <c>[…]</c> means.</summary>
internal enum CharacterClasses
{
    /// <summary>Nothing: a bracket is a letter.</summary>
    None,

    /// <summary><c>[a-z]</c> and <c>[^a]</c>; a range that runs backwards is an error.</summary>
    Go,

    /// <summary>Also <c>[!a]</c> and <c>[[:digit:]]</c>; a range that runs backwards is empty.</summary>
    Posix,
}
