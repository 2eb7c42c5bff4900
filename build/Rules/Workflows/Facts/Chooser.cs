using ContainerSecurity.Findings;

namespace ContainerSecurity.Rules.Workflows.Facts;

/// <summary>Who may choose a text, the more dangerous the later.</summary>
internal enum Chooser
{
    /// <summary>
    /// Nobody: a constant, a number, a switch, a digest, one of few words, a name that GitHub restricts to letters, digits and a few signs (of users,
    /// of repositories); and what administrators set (<c>vars</c>, secrets, environments).
    /// </summary>
    Nobody,

    /// <summary>Nobody can see it here: what an action puts out.</summary>
    Unknown,

    /// <summary>Who may push, release, start the workflow, or call the action or workflow: names of branches and tags, inputs.</summary>
    Insider,

    /// <summary>Anybody: titles, bodies, names of people, labels and files, branches of forks, messages of commits.</summary>
    Stranger,
}

/// <summary>Who chooses a value, and by what of it.</summary>
/// <param name="What">The context or variable, as the file names it.</param>
internal readonly record struct Choice(Chooser By, string What)
{
    public static Choice Nobody { get; } = new(Chooser.Nobody, "");

    /// <summary>How bad it is where the text becomes part of a program.</summary>
    public Severity Severity => By switch
    {
        Chooser.Stranger => Severity.High,
        Chooser.Insider => Severity.Medium,
        _ => Severity.Low,
    };

    /// <summary>The more dangerous of two; the first of equal ones.</summary>
    public static Choice Worse(Choice one, Choice other) => other.By > one.By ? other : one;

    public static Choice Worst(IEnumerable<Choice> choices)
    {
        var worst = Nobody;
        foreach (var choice in choices)
        {
            worst = Worse(worst, choice);
            if (worst.By == Chooser.Stranger)
                break;
        }

        return worst;
    }

    /// <summary>The same, under the name of what holds it.</summary>
    public Choice Through(string name) => By == Chooser.Nobody ? Nobody
        : this with { What = What.Length == 0 || What == name ? name : $"{name}, by {Origin}" };

    /// <summary>Where a value that went through many hands came from.</summary>
    private string Origin => What[(What.LastIndexOf(", by ", StringComparison.Ordinal) is var at and >= 0 ? at + 5 : 0)..];
}
