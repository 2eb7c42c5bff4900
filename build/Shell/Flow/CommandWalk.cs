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
            && walk.Files.UseProgram(program, streams, line, out var path) is { } script && IsScript(script, program))
        {
            return walk.Files.IsRead(script, line) ? RunScript(script, words.SetItem(0, path), streams, line) : Outcome.Either;
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
        if (walk.Observer is not null)
            return Observe(walk.Observer, name, arguments, streams, line);
        return _builtins.Run(name, arguments, streams, line) ?? Do(Read(name, arguments, streams, line));
    }

    private Outcome Observe(WalkObserver observer, string name, ImmutableArray<Value> arguments, Streams streams, int line)
    {
        var call = Read(name, arguments, streams, line);
        observer.OnCommand(walk, call);
        var outcome = _builtins.Run(name, arguments, streams, line) ?? Do(call);
        if ((streams.Input.Secret ?? observer.FindSecret(walk, call)) is { } secret)
            streams.Output.Mark(secret);
        return outcome;
    }

    private Outcome Do(Call call)
    {
        foreach (var code in EmbeddedCommands.Find(call))
            walk.RunText(code, call.Name, call, []);
        return call.IsKnown ? _acts.Do(call) : Unknown(call);
    }

    private static Call Read(string name, ImmutableArray<Value> words, Streams streams, int line)
    {
        var known = ProgramTable.Read(name, Texts(name, words));
        return new Call(name, words, streams, line)
        {
            Spec = known?.Spec ?? new ProgramSpec(name, Act.Other),
            Read = known?.Line ?? new CommandLine([], [], 0),
            IsKnown = known is not null,
        };
    }

    // Without a first line that names another, a shell runs it.
    private static bool IsScript(Value content, Value program) => content.Text is ['#', '!', ..] || content.File is { IsProgram: false }
        || (program.Text.Contains('/') && content is { IsKnown: true, From: [], Secret: null } && content.Text.Contains(' '));

    // `tar xzf`: the first letters need no dash.
    private static List<string> Texts(string name, ImmutableArray<Value> words)
    {
        var texts = Value.Texts(words.AsSpan());
        if (texts.Count > 0 && name is "tar" or "bsdtar" or "gtar" or "jar" && texts[0].Length > 0 && Characters.All(texts[0], char.IsAsciiLetter))
            texts[0] = $"-{texts[0]}";
        return texts;
    }

    /// <summary>A file whose text is known; without a line that names its interpreter the shell reads it.</summary>
    private Outcome RunScript(Value script, ImmutableArray<Value> words, Streams streams, int line)
    {
        var all = new List<Value>();
        foreach (var word in FirstLine(script.Text))
            all.Add(new Value(word));
        return RunProgram([.. all, .. words], streams, line);
    }

    /// <summary>The interpreter and its options; what starts it, <c>env -S</c>, left out.</summary>
    private static string[] FirstLine(string script)
    {
        if (!script.StartsWith("#!", StringComparison.Ordinal))
            return ["sh"];
        var end = script.IndexOf('\n');
        var words = (end < 0 ? script[2..] : script[2..end]).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var first = 0;
        while (first < words.Length && (ProgramTable.NameOf(words[first]) == "env" || words[first].StartsWith('-') || words[first].Contains('=')))
            first++;
        if (first == words.Length)
            return ["sh"];
        if (Array.FindIndex(words, first, word => Interprets(ProgramTable.NameOf(word))) is >= 0 and var known)
            first = known;
        words[first] = ProgramTable.NameOf(words[first]);
        return words[first..];
    }

    private static bool Interprets(string name) =>
        ProgramTable.Is(name, Act.Shell) || ProgramTable.Is(name, Act.Language) || ProgramTable.Is(name, Act.PowerShell);

    /// <summary>A program of which nothing is known passes on what it reads, and may run the texts it is given.</summary>
    private Outcome Unknown(Call call)
    {
        foreach (var word in call.Words)
        {
            if (word.Text.Contains(' ') && ProgramTable.MentionsFetcher(word.Text))
                walk.RunText(word, call.Name, call, []);
        }

        _acts.WriteUnknown(call, call.Input);
        return Outcome.Either;
    }
}
