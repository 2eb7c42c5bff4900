using ClaudeCodeProxy.Safeguards.Harmless.Texts;
using ClaudeCodeProxy.Safeguards.Harmless.Values;
using ContainerSecurity.Shell.Syntax;

namespace ClaudeCodeProxy.Safeguards.Harmless;

/// <summary>What the words of a script become at one place of it.</summary>
/// <param name="mayRun">Whether the commands of a substitution do no harm.</param>
internal sealed class WordValues(string home, Func<ShellSubstitution, Scene, bool> mayRun)
{
    /// <summary>Why a word is not followed; null while all are.</summary>
    public string? Why { get; private set; }

    /// <param name="isAssigned">It is the value of a variable, and stays one word.</param>
    /// <returns>Null where it does harm, or cannot be followed.</returns>
    public Argument? Read(ShellWord word, Scene scene, bool isAssigned = false)
    {
        if (word.Parts is [{ Kind: WordPartKind.Variable or WordPartKind.Substitution } only])
            return ReadPart(only, scene) is { } single ? only.IsQuoted || isAssigned ? single : Split(single) : null;
        var (kind, text) = (ArgumentKind.Known, "");
        foreach (var part in word.Parts)
        {
            if (ReadPart(part, scene) is not { } value)
                return null;
            var splits = !part.IsQuoted && !isAssigned && part.Kind is WordPartKind.Variable or WordPartKind.Substitution;
            (kind, text) = Join(kind, text, splits ? Split(value) : value);
        }

        // In an assignment a pattern is text, which becomes names when it is used without quotes.
        return kind == ArgumentKind.Pattern && isAssigned ? Argument.Words : new Argument(kind, text);
    }

    private static (ArgumentKind Kind, string Text) Join(ArgumentKind before, string text, Argument next)
    {
        if (before is ArgumentKind.Words or ArgumentKind.Names || next.Kind is ArgumentKind.Words or ArgumentKind.Names)
            return (ArgumentKind.Words, "");
        if (before == ArgumentKind.Text)
            return (before, text);
        if (before is ArgumentKind.Pattern or ArgumentKind.Name && next.Kind == ArgumentKind.Text)
            return before == ArgumentKind.Pattern ? (ArgumentKind.Words, "") : (ArgumentKind.Text, "");
        var kind = before == ArgumentKind.Known ? next.Kind : next.Kind == ArgumentKind.Pattern ? next.Kind : before;
        return (kind, text + next.Text);
    }

    private static Argument Split(Argument value) => value.Kind switch
    {
        ArgumentKind.Names => value,
        ArgumentKind.Known when PlainCharacters.IsSafe(value.Text) || value.Text is "${?}" or "${#}" => value,
        _ => Argument.Words,
    };

    private Argument? ReadPart(WordPart part, Scene scene)
    {
        switch (part.Kind)
        {
            case WordPartKind.Literal:
                return Argument.Known(part.Text);
            case WordPartKind.Unknown when part.Text is ['*' or '?' or '[', ..]:
                return new Argument(ArgumentKind.Pattern, part.Text);
            case WordPartKind.Unknown:
                return Argument.Words;
            case WordPartKind.Variable:
                return ReadVariable(part, scene);
            default:
                return part.Substitution is { } substitution && mayRun(substitution, scene) ? ValueOf(substitution, part.IsQuoted) : null;
        }
    }

    private static Argument? ValueOf(ShellSubstitution substitution, bool isQuoted) => substitution.Kind switch
    {
        SubstitutionKind.Output when !isQuoted => FoundNames.Find(substitution.Pipelines) ?? Argument.Unknown,
        SubstitutionKind.Output => Argument.Unknown,
        SubstitutionKind.FileToRead => Argument.Known("/dev/fd/63"),
        _ => null,
    };

    private Argument? ReadVariable(WordPart part, Scene scene)
    {
        var value = scene.Find(part.Text);
        if (value is null && !VariableNames.MayShow(part.Text))
        {
            Why ??= $"what ${part.Text} holds is not known, and it may be a secret";
            return null;
        }

        if (part.Operator.Length > 0)
            return Argument.Unknown;
        return value ?? part.Text switch
        {
            "HOME" when home.Length > 0 => Argument.Known(home),
            "PWD" when scene.Folders is [var folder] => Argument.Known(folder),
            "?" or "#" => Argument.Known($"${{{part.Text}}}"),
            _ => Argument.Unknown,
        };
    }
}
