using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ContainerSecurity.Findings;

namespace ContainerSecurity.Secrets;

/// <summary>One kind of secret.</summary>
/// <param name="id">Trivy's id where Trivy has the rule too, so that one exception covers both and a secret is reported once.</param>
/// <param name="title">What it is.</param>
/// <param name="keywords">Texts, separated by <c>|</c>, of which one begins every match; the search for them is what makes a scan fast.</param>
/// <param name="form">What follows the keyword, or the lead, as a regular expression.</param>
internal sealed class SecretRule(string id, string title, string keywords, string form)
{
    private Regex? _form;
    private Regex? _lead;

    public string Id => id;

    public string Title => title;

    public ImmutableArray<string> Keywords { get; } = [.. keywords.Split('|')];

    public Severity Severity { get; init; } = Severity.Critical;

    /// <summary>
    /// What stands between keyword and value. The keyword, in any case, is then no part of the value: the value is a password that somebody chose,
    /// and <see cref="SecretValue"/> says what it is worth. Null for a token, which is known by its form.
    /// </summary>
    public string? Lead { get; init; }

    /// <summary>Where a value after a lead counts whatever it looks like; elsewhere only one that looks random does.</summary>
    public SecretScope Places { get; init; } = SecretScope.Settings | SecretScope.Commands;

    /// <summary>Outside of <see cref="Places"/> no value counts.</summary>
    public bool OnlyInPlaces { get; init; }

    /// <summary>What may stand before the keyword.</summary>
    public SecretStart Start { get; init; } = SecretStart.Word;

    /// <summary>The token is so short or so free in form that it must look random too.</summary>
    public bool MustLookRandom { get; init; }

    /// <summary>So long that letters in a row are no sign of a placeholder.</summary>
    public bool IsLong { get; init; }

    /// <summary>The value after the lead has a form of its own, so that it is judged as a token is.</summary>
    public bool IsExact { get; init; }

    /// <summary>What else must hold of the value.</summary>
    public Func<string, bool>? Check { get; init; }

    /// <summary>Where it stands in the list: of two rules for the same text the first one holds.</summary>
    public int Rank { get; set; }

    public bool IsToken => Lead is null;

    // Built when a keyword is met, not at start-up.
    public Regex Form => _form ??= Anchored(form);

    public Regex LeadForm => _lead ??= Anchored(Lead!);

    private static Regex Anchored(string pattern) => new($@"\G(?:{pattern})", RegexOptions.CultureInvariant);
}

/// <summary>What may stand before a rule's keyword.</summary>
internal enum SecretStart
{
    /// <summary>Anything but a letter or digit.</summary>
    Word,

    /// <summary>Anything but a letter, a digit, <c>_</c> or <c>-</c>.</summary>
    WholeWord,

    /// <summary>The keyword begins a part of a name: <c>DB_PASSWORD</c>, <c>dbPassword</c>.</summary>
    NamePart,

    Anything,
}
