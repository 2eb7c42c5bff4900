using ContainerSecurity.Shell.Flow.Values;
using ContainerSecurity.Shell.Syntax;

namespace ContainerSecurity.Shell.Flow;

/// <summary>Replaces the variables and substitutions of words by what is known of them.</summary>
internal sealed class WordExpander(ScriptWalk walk)
{
    private const int LongestText = 1 << 16;

    private FlowState State => walk.State;

    /// <summary>What a command receives: one word may become several, or none.</summary>
    public void Expand(ShellWord word, Streams streams, List<Value> words)
    {
        if (word.IsLiteral)
        {
            words.Add(Literal(word));
            return;
        }

        var (current, any) = (new Value("") { Shown = word.Text }, false);
        foreach (var part in word.Parts)
        {
            var value = Part(part, streams);
            any |= part.IsQuoted || part.Kind == WordPartKind.Literal || value.Text.Length > 0;
            if ((part.IsQuoted && !IsList(part)) || part.Kind == WordPartKind.Literal || !value.Text.Contains(' ') && !value.Text.Contains('\n'))
            {
                current = Join(current, value);
                continue;
            }

            var pieces = value.Text.Split([' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries);
            for (var at = 0; at < pieces.Length; at++)
            {
                if (at > 0)
                {
                    words.Add(current);
                    current = new Value("") { Shown = word.Text };
                }

                current = Join(current, value.WithText(pieces[at]));
            }
        }

        if (any)
            words.Add(current);
    }

    /// <summary>The word as one text: an assigned value, a file to write to, a here-document.</summary>
    public Value Text(ShellWord word, Streams streams)
    {
        if (word.IsLiteral)
            return Literal(word);
        var text = new Value("") { Shown = word.Text };
        foreach (var part in word.Parts)
            text = Join(text, Part(part, streams));
        return text;
    }

    private static Value Literal(ShellWord word) => new(word.Parts is [var only] ? only.Text : word.Text) { Shown = word.Text };

    private static bool IsList(WordPart part) =>
        part is { Kind: WordPartKind.Variable, Operator: "[@]" } or { Kind: WordPartKind.Variable, Text: "@", Operator: "" };

    private static Value Join(Value left, Value right) =>
        left.With(right).WithText(left.Text.Length > LongestText ? left.Text : left.Text + right.Text);

    private Value Part(WordPart part, Streams streams) => part.Kind switch
    {
        WordPartKind.Literal => new Value(part.Text),
        WordPartKind.Variable => Parameters.Apply(part, Lookup(part.Text), operand => Text(operand, streams)),
        WordPartKind.Substitution => Substitute(part, streams),
        _ => new Value(part.Text.StartsWith("${", StringComparison.Ordinal) || part.Text.Length == 0 ? "${_}" : part.Text),
    };

    /// <summary>The value of a variable; null for one that nothing here sets.</summary>
    private Value? Lookup(string name)
    {
        if (name is "@" or "*")
            return State.Arguments.Length < 2 ? null : Value.Join(State.Arguments.AsSpan(1, State.Arguments.Length - 1));
        if (name.Length > 0 && char.IsAsciiDigit(name[0]))
            return int.TryParse(name, out var index) && index < State.Arguments.Length ? State.Arguments[index] : null;
        if (name is ['!', .. var reference])
            return State.Variable(reference) is { } target ? State.Variable(target.Text) : null;
        return name switch
        {
            "PWD" when State.Folder.Length > 0 => new Value(State.Folder),
            "OLDPWD" when State.FolderBefore.Length > 0 => new Value(State.FolderBefore),
            _ => State.Variable(name),
        };
    }

    private Value Substitute(WordPart part, Streams streams)
    {
        var substitution = part.Substitution!;
        if (substitution.Kind == SubstitutionKind.FileToWrite)
            return new Value(walk.Files.Announce(substitution.Pipelines));
        var (output, folder) = (new Output(), State.Folder);
        walk.Lists.WalkCondition(substitution.Pipelines, streams with { Output = output });
        State.Folder = folder;
        var value = output.ToValue();
        if (substitution.Kind == SubstitutionKind.FileToRead)
            return new Value(walk.Files.AddStream(value));
        value = value.WithText(value.Text.TrimEnd('\n', ' '));
        return (value.From.IsEmpty && value.Secret is null) || value.IsOneUnknown ? value : walk.Unknown(value);
    }
}
