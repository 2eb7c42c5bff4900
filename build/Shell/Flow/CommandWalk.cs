using System.Collections.Immutable;
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
        if (command.Redirections.Any(redirection => redirection.Operator == "<"))
            streams.Output.Write(streams.Input);
        return Outcome.Either;
    }

    /// <param name="words">The program first, which may be a file that is known.</param>
    public Outcome Run(ImmutableArray<Value> words, Streams streams, int line)
    {
        var program = words[0];
        if (program.Unverified is not null && program.Text.StartsWith("${", StringComparison.Ordinal) && !program.Text.Contains('/'))
        {
            walk.Report(FaultKind.RunUnseen, "what is fetched is run as a command", line);
            return Outcome.Either;
        }

        if (walk.State.Functions.ContainsKey(program.Text))
            return walk.Call(program.Text, words, streams);
        if (ProgramTable.NameOf(program.Text).Length > 0
            && walk.Files.UseProgram(program, streams, line) is { } script && IsScript(script.Content))
        {
            return walk.Files.IsRead(script.Content, line)
                ? RunScript(script.Content, words.SetItem(0, script.Path), streams, line)
                : Outcome.Either;
        }

        return RunProgram(words, streams, line);
    }

    private Outcome RunProgram(ImmutableArray<Value> words, Streams streams, int line)
    {
        var program = words[0];
        var name = ProgramTable.NameOf(program.Text);
        // $SHELL runs some shell, and so does what is given -c.
        if (program.Text is "${SHELL}" or "${BASH}" || (program.IsOneUnknown && words.Length > 2 && words[1].Text == "-c"))
            name = "sh";
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
        var texts = words.Select(word => word.Text).ToList();
        if (texts.Count > 0 && name is "tar" or "bsdtar" or "gtar" or "jar" && texts[0].Length > 0 && texts[0].All(char.IsAsciiLetter))
            texts[0] = $"-{texts[0]}";
        return texts;
    }

    private static bool IsScript(Value file) => file.Text.StartsWith("#!", StringComparison.Ordinal) || file.File is { IsProgram: false };

    /// <summary>A file whose text is known; without a line that names its interpreter the shell reads it.</summary>
    private Outcome RunScript(Value script, ImmutableArray<Value> words, Streams streams, int line) =>
        RunProgram([.. FirstLine(script.Text).Select(word => new Value(word)), .. words], streams, line);

    /// <summary>The interpreter and its options; what starts it, <c>env -S</c>, left out.</summary>
    private static string[] FirstLine(string script)
    {
        if (!script.StartsWith("#!", StringComparison.Ordinal))
            return ["sh"];
        var words = script.AsSpan(2, script.AsSpan(2).IndexOf('\n') is >= 0 and var end ? end : script.Length - 2).ToString()
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var names = words.SkipWhile(word => ProgramTable.NameOf(word) is "env" || word.StartsWith('-') || word.Contains('=')).ToList();
        var known = names.FindIndex(word => Interprets(ProgramTable.NameOf(word)));
        return names.Count == 0 ? ["sh"] : [ProgramTable.NameOf(names[Math.Max(known, 0)]), .. names.Skip(Math.Max(known, 0) + 1)];
    }

    private static bool Interprets(string name) =>
        ProgramTable.Is(name, Act.Shell) || ProgramTable.Is(name, Act.Language) || ProgramTable.Is(name, Act.PowerShell);

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
