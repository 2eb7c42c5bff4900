using System.Collections.Immutable;
using ContainerSecurity.Shell.Flow.Values;
using ContainerSecurity.Shell.Programs.Table;

namespace ContainerSecurity.Shell.Flow;

/// <summary>What the shell does itself, and small programs that only say something about names and places.</summary>
internal sealed class Builtins(ScriptWalk walk)
{
    private int _temporary;

    private FlowState State => walk.State;

    /// <returns>Null when the name is none of these.</returns>
    public Outcome? Run(string name, ImmutableArray<Value> words, Streams streams, int line)
    {
        switch (name)
        {
            case ":" or "true":
                return Outcome.Always;
            case "false":
                return Outcome.Never;
            case "exit":
                return Outcome.End;
            case "return":
                walk.Returns++;
                return Outcome.End;
            case "cd" or "pushd":
                ChangeFolder(words);
                return Outcome.Either;
            case "popd":
                (State.Folder, State.FolderBefore) = (State.FolderBefore, State.Folder);
                return Outcome.Either;
            case "set":
                Set(words);
                return Outcome.Always;
            case "shift":
                State.Arguments = State.Arguments.Length > 1 ? State.Arguments.RemoveAt(1) : State.Arguments;
                return Outcome.Either;
            case "export" or "declare" or "local" or "readonly" or "typeset":
                Declare(words);
                return Outcome.Either;
            case "eval":
                return RunText(Value.Join(words.AsSpan()), "eval", streams, line);
            case "source" or ".":
                return Source(words, streams, line);
            case "trap" or "alias":
                return words.Length > 0 && words[0].Text.Contains(' ') ? RunText(Code(words[0]), name, streams, line) : Outcome.Either;
            case "test" or "[":
                return walk.Compare(words, line);
            default:
                return Say(name, words, streams);
        }
    }

    /// <summary><c>alias name=code</c>.</summary>
    private static Value Code(Value word) =>
        word.Text.AsSpan().IndexOfAny('=', ' ') is > 0 and var at && word.Text[at] == '=' ? word.WithText(word.Text[(at + 1)..]) : word;

    private Outcome? Say(string name, ImmutableArray<Value> words, Streams streams)
    {
        var operands = new List<Value>();
        foreach (var word in words)
        {
            if (!word.Text.StartsWith('-'))
                operands.Add(word);
        }

        Value? said = (name, operands) switch
        {
            ("which" or "type" or "realpath" or "readlink" or "hash", [.., var last]) => last,
            ("command", [var first]) when words[0].Text is "-v" or "-V" => first,
            ("basename", [var path, ..]) => path.WithText(BaseName(path.Text.TrimEnd('/'), operands.Count > 1 ? operands[1].Text : "")),
            ("dirname", [var path, ..]) => path.WithText(FilePath.FolderOf(path.Text)),
            ("pwd", _) when State.Folder.Length > 0 => new Value(State.Folder),
            ("mktemp", _) => new Value($"${{_mktemp{++_temporary}}}"),
            _ => null,
        };
        if (said is null)
            return null;
        streams.Output.Write(said.WithText(said.Text + "\n"));
        return Outcome.Either;
    }

    private static string BaseName(string path, string suffix)
    {
        var name = FilePath.NameOf(path);
        return suffix.Length > 0 && name.EndsWith(suffix, StringComparison.Ordinal) ? name[..^suffix.Length] : name;
    }

    private void ChangeFolder(ImmutableArray<Value> words)
    {
        var target = "~";
        foreach (var word in words)
        {
            if (word.Text is "-" || !word.Text.StartsWith('-'))
            {
                target = word.Text;
                break;
            }
        }

        var folder = target == "-" ? State.FolderBefore : walk.Files.Resolve(target);
        (State.Folder, State.FolderBefore) = (folder, State.Folder);
    }

    private void Set(ImmutableArray<Value> words)
    {
        for (var at = 0; at < words.Length; at++)
        {
            var text = words[at].Text;
            if (text == "--" || text.Length == 0 || text[0] is not ('-' or '+'))
            {
                State.Arguments = [State.Arguments.IsEmpty ? new Value("sh") : State.Arguments[0], .. words[(text == "--" ? at + 1 : at)..]];
                return;
            }

            at += ShellOptions.Apply(State, text, at + 1 < words.Length ? words[at + 1].Text : null);
        }
    }

    private void Declare(ImmutableArray<Value> words)
    {
        foreach (var word in words)
        {
            if (word.Text.IndexOf('=') is > 0 and var equals)
                walk.Set(word.Text[..equals].TrimEnd('+'), word.WithText(word.Text[(equals + 1)..]));
        }
    }

    private Outcome Source(ImmutableArray<Value> words, Streams streams, int line)
    {
        if (words.IsEmpty)
            return Outcome.Either;
        if (FileWalk.IsInput(words[0].Text))
            return RunText(streams.Input, "source", streams, line, words[1..]);
        return walk.Files.UseSource(words[0], streams, line) is { From: [] } known
            ? RunText(known, "source", streams, line)
            : Outcome.Either;
    }

    private Outcome RunText(Value code, string runner, Streams streams, int line, ImmutableArray<Value> arguments = default) =>
        walk.RunText(
            code,
            runner,
            new Call(runner, [], streams, line) { Spec = new ProgramSpec(runner, Act.Shell), Read = new CommandLine([], [], 0) },
            arguments.IsDefault ? [] : arguments);
}
