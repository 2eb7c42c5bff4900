using System.Collections.Immutable;
using ContainerSecurity.Shell.Flow.Texts;
using ContainerSecurity.Shell.Flow.Values;
using ContainerSecurity.Shell.Programs;
using ContainerSecurity.Shell.Programs.Table;
using ContainerSecurity.Shell.Syntax;

namespace ContainerSecurity.Shell.Flow;

/// <summary>Resolves simple commands and does what their programs do.</summary>
internal sealed class CommandWalk(ScriptWalk walk)
{
    private readonly Builtins _builtins = new(walk);
    private readonly Acts _acts = new(walk);

    public Outcome Walk(ShellCommand command, Streams streams)
    {
        foreach (var assignment in command.Assignments)
        {
            var value = walk.Words.Text(assignment.Value, streams);
            var before = assignment.Appends ? walk.State.Variable(assignment.Name) : null;
            walk.Set(assignment.Name, before is null ? value : before.With(value).WithText($"{before.Text} {value.Text}"));
        }

        var words = new List<Value>(command.Words.Length);
        foreach (var word in command.Words)
            walk.Words.Expand(word, streams, words);
        if (ReferenceEquals(streams.Input, Value.Empty) && walk.State.Descriptors.TryGetValue("0", out var input))
            streams = streams with { Input = input };
        var redirected = walk.Redirections.Apply(command.Redirections, streams);
        var outcome = words.Count == 0 ? Nothing(command, redirected.Streams) : Run([.. words], redirected.Streams, command.Line);
        if (words is [{ Text: "exec" }] && !ReferenceEquals(redirected.Streams.Input, streams.Input))
            walk.State.Descriptors["0"] = redirected.Streams.Input;
        walk.Redirections.Finish(redirected);
        return outcome;
    }

    /// <summary><c>$(&lt;file)</c> prints the file.</summary>
    private static Outcome Nothing(ShellCommand command, Streams streams)
    {
        foreach (var redirection in command.Redirections)
        {
            if (redirection.Operator == "<")
            {
                streams.Output.Write(streams.Input);
                break;
            }
        }

        return Outcome.Either;
    }

    /// <param name="words">The program first.</param>
    public Outcome Run(ImmutableArray<Value> words, Streams streams, int line)
    {
        var program = words[0];
        if (program.Unverified is not null && program.Text.StartsWith("${", StringComparison.Ordinal) && !program.Text.Contains('/'))
        {
            walk.Report(FaultKind.RunUnseen, "what is fetched is run as a command", line);
            return Outcome.Either;
        }

        var name = ProgramTable.NameOf(program.Text);
        // $SHELL runs some shell, and so does what is given -c.
        if (program.Text is "${SHELL}" or "${BASH}" || (program.IsOneUnknown && words.Length > 2 && words[1].Text == "-c"))
            name = "sh";
        if (walk.State.Functions.ContainsKey(program.Text))
            return walk.Call(program.Text, words, streams);
        if (name.Length > 0 && walk.Files.UseProgram(program, streams, line) is { Text: ['#', '!', ..] } script)
            return RunScript(script, words, streams, line);
        var arguments = words[1..];
        if (_builtins.Run(name, arguments, streams, line) is { } built)
            return built;
        var read = ProgramTable.Read(name, Texts(name, arguments));
        walk.Resolved?.Add(new ResolvedCommand(words, read?.Spec, streams.Input, line));
        return read is { } known
            ? _acts.Do(new Call(name, arguments, streams, line) { Spec = known.Spec, Read = known.Line })
            : Unknown(name, arguments, streams, line);
    }

    // `tar xzf`: the first letters need no dash.
    private static List<string> Texts(string name, ImmutableArray<Value> words)
    {
        var texts = Value.Texts(words.AsSpan());
        if (texts.Count > 0 && name is "tar" or "bsdtar" or "gtar" or "jar" && texts[0].Length > 0 && Characters.All(texts[0], char.IsAsciiLetter))
            texts[0] = $"-{texts[0]}";
        return texts;
    }

    /// <summary>A file whose text is known.</summary>
    private Outcome RunScript(Value script, ImmutableArray<Value> words, Streams streams, int line)
    {
        var first = script.Text.Split('\n', 2)[0][2..].Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var program = Array.Find(first, word => ProgramTable.NameOf(word) is not ("env" or "-S"));
        var interpreter = program is null ? "sh" : ProgramTable.NameOf(program);
        return Run([new Value(interpreter), words[0], .. words[1..]], streams, line);
    }

    /// <summary>A program of which nothing is known passes on what it reads, and may run the texts it is given.</summary>
    private Outcome Unknown(string name, ImmutableArray<Value> words, Streams streams, int line)
    {
        var call = new Call(name, words, streams, line) { Spec = new ProgramSpec(name, Act.Other), Read = new CommandLine([], [], 0) };
        foreach (var word in words)
        {
            if (word.Text.Contains(' ') && ProgramTable.MentionsFetcher(word.Text))
                walk.RunText(word, name, call, []);
        }

        _acts.WriteUnknown(call, streams.Input);
        return Outcome.Either;
    }
}
