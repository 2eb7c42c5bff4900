using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ContainerSecurity.Formats.Workflows.Expressions;
using ContainerSecurity.Shell;
using ContainerSecurity.Shell.Programs;
using ContainerSecurity.Shell.Syntax;

namespace ContainerSecurity.Rules.Workflows.Facts;

/// <summary>Follows through a step's shell script who chooses its variables, and what it writes into the runner's files.</summary>
internal sealed partial class ShellValues
{
    private readonly string _text;
    private readonly ValueScope _scope;
    private readonly ShellScript _script;
    private readonly List<Template> _templates = [];
    private readonly Dictionary<string, Choice> _variables = [];
    private readonly RunnerFileVariables _files = new();

    public ShellValues(string text, ValueScope scope)
    {
        (_text, _scope) = (text, scope);
        // A word that no program has, so that each expression is found again in the words of commands.
        _script = ShellScript.Parse(Template.Fill(text, (template, number) =>
        {
            _templates.Add(template);
            return $"gHaExPr{number}x";
        }));
        foreach (var command in _script.Commands)
            Remember(command);
        foreach (var loop in Loop().Matches(_text).Where(loop => loop.Groups["list"].Value.Contains('$')))
            Remember(loop.Groups["name"].Value, InList(loop.Groups["list"].Value));
    }

    public bool IsReadable => _script.IsReadable;

    public ImmutableArray<FileWrite> FindWrites()
    {
        var (writes, names, lines) = (ImmutableArray.CreateBuilder<FileWrite>(), new WrittenNames(), new MentionLines(_text));
        var together = GroupTarget().Matches(_text).Select(group => _files.Of(group.Groups["name"].Value)).FirstOrDefault(file => file is not null);
        foreach (var pipeline in _script.AllPipelines)
        {
            foreach (var target in TargetsOf(pipeline).DefaultIfEmpty(IsPrinted(pipeline, together, names) ? together : null).OfType<RunnerFile>())
            {
                var line = lines.Next(written => _files.AreIn(written, target));
                foreach (var (text, hidden) in WrittenBy(pipeline))
                {
                    writes.AddRange(target == RunnerFile.Path
                        ? [new FileWrite(target, null, InWritten(text, hidden), line)]
                        : names.Read(target, text).Select(set => new FileWrite(target, set.Name, InWritten(set.Value, hidden), line)));
                }
            }
        }

        return writes.ToImmutable();
    }

    /// <summary>Who chooses a word of a command.</summary>
    public Choice Of(ShellWord word) => Choice.Worst(
    [
        InExpressions(word.Text),
        .. word.IsLiteral ? [] : Expansion().Matches(word.Text).Select(name => OfVariable(name.Groups["name"].Value)),
        OfSubstitutions([word]),
    ]);

    private void Remember(ShellCommand command)
    {
        foreach (var (name, value, word) in Assignments.Find(command))
        {
            Remember(name, Of(word));
            _files.Set(name, value);
        }

        if (command.Name is not ("read" or "mapfile" or "readarray"))
            return;
        var input = command.Redirections.Where(redirection => redirection.Operator.StartsWith('<')).ToList();
        // What a loop or a pipe gives to it may be anything of the script.
        var choice = input.Count > 0 ? Choice.Worst(input.Select(redirection => Of(redirection.Target))) : InText(_text);
        foreach (var name in command.Arguments.Where(argument => !argument.StartsWith('-')))
            Remember(name, choice);
    }

    private void Remember(string name, Choice choice) =>
        _variables[name] = _variables.TryGetValue(name, out var known) ? Choice.Worse(known, choice) : choice;

    private Choice OfVariable(string name) => _variables.TryGetValue(name, out var own) ? own : DefaultVariables.Choose(name, _scope);

    private Choice InText(string text) =>
        Choice.Worst(TextVariable().Matches(text).Select(name => OfVariable(name.Groups["name"].Value)).Append(_scope.Of(text)));

    /// <summary>What a loop goes through.</summary>
    private Choice InList(string list) => Choice.Worst(
        ShellScript.Parse($": {Template.Fill(list, "x")}").Commands.Take(1).SelectMany(command => command.Words).Select(Of).Append(InText(list)));

    private Choice InExpressions(string text) =>
        Choice.Worst(Filled().Matches(text).Select(number => _scope.Of(_templates[int.Parse(number.Groups["number"].Value)])));

    /// <summary>A line of a written text.</summary>
    /// <param name="hidden">Of what leaves no trace in the text: the output of commands.</param>
    private Choice InWritten(string value, Choice hidden) => Constant().IsMatch(value) && !Filled().IsMatch(value)
        ? Choice.Nobody
        : Choice.Worst([InExpressions(value), .. Expansion().Matches(value).Select(name => OfVariable(name.Groups["name"].Value)), hidden]);

    private Choice Of(ShellPipeline pipeline)
    {
        var commands = pipeline.AllCommands();
        return commands.Any(ProgramOutputs.IsHarmless) ? Choice.Nobody : Choice.Worst(commands.Select(OutputOf));
    }

    private Choice OutputOf(ShellCommand command) => ProgramOutputs.Choose(
        command,
        Choice.Worst(command.Words.Skip(1).Concat(command.Redirections.Select(redirection => redirection.Target)).Select(Of)));

    private IEnumerable<RunnerFile?> TargetsOf(ShellPipeline pipeline) =>
        from step in pipeline.Steps
        where step.Command is not null
        from word in step.Command!.Redirections.Where(redirection => redirection.Operator.StartsWith('>')).Select(redirection => redirection.Target)
            .Concat(EffectiveCommand.From(step.Command) is { Name: "tee" } tee ? tee.Arguments : [])
        let file = RunnerFiles.In(word.Text) ?? _files.In(word.Text)
        where file is not null
        select file;

    /// <summary>In a group whose output is written: what prints, and between the lines of one value everything.</summary>
    private static bool IsPrinted(ShellPipeline pipeline, RunnerFile? group, WrittenNames names) =>
        pipeline.Steps is [{ Command: { } command }, ..]
        && (command.Name is "echo" or "printf" or "cat" || (group is { } file && names.IsOpen(file)))
        && !command.Redirections.Any(item => item.Operator.StartsWith('>'));

    /// <returns>The texts that are written, and who chooses what commands add to them.</returns>
    private IEnumerable<(string Text, Choice Hidden)> WrittenBy(ShellPipeline pipeline)
    {
        if (pipeline.Steps[0].Command is not { } first)
            return [("", Of(pipeline))];
        var given = first.Redirections.Where(redirection => redirection.Operator.StartsWith("<<", StringComparison.Ordinal)).ToList();
        var printed = first.Words.Skip(1).Where(word => first.Name is "echo" or "printf" && word.Text is not ("-e" or "-n" or "-E" or "--")).ToList();
        return given.Count > 0 ? given.Select(redirection => (redirection.Target.Text, OfSubstitutions([redirection.Target])))
            : printed.Count > 0 ? [(Printed(first.Name!, printed), OfSubstitutions(printed))]
            : [("", Of(pipeline))];
    }

    private Choice OfSubstitutions(IEnumerable<ShellWord> words) =>
        Choice.Worst(words.SelectMany(word => word.Substitutions).SelectMany(substitution => substitution.Pipelines).Select(Of));

    /// <summary><c>printf 'a=%s\n' "$A"</c> writes its words into the first.</summary>
    private static string Printed(string program, List<ShellWord> words)
    {
        var texts = words.Select(word => word.Text.Replace("\\n", "\n", StringComparison.Ordinal)).ToList();
        return program == "printf" && texts.Count > 1 ? texts[0].Replace("%s", string.Join(' ', texts.Skip(1)), StringComparison.Ordinal)
            : string.Join(' ', texts);
    }

    [GeneratedRegex(@"\$\{!?(?<name>[A-Za-z_]\w*)")]
    private static partial Regex Expansion();

    [GeneratedRegex(@"\$\{?(?<name>[A-Za-z_]\w*)")]
    private static partial Regex TextVariable();

    [GeneratedRegex(@"gHaExPr(?<number>[0-9]+)x")]
    private static partial Regex Filled();

    [GeneratedRegex(@"\bfor\s+(?<name>\w+)\s+in\s+(?<list>[^;\n]*)")]
    private static partial Regex Loop();

    /// <summary>Behind a group of commands or a loop.</summary>
    [GeneratedRegex(@"(\}|\)|\bdone|\bfi)\s*>>?\s*""?\$\{?(?<name>[A-Za-z_]\w*)")]
    private static partial Regex GroupTarget();

    [GeneratedRegex(@"^[\w.:/-]+$")]
    private static partial Regex Constant();
}
