using System.Collections.Immutable;
using ContainerSecurity.Shell.Flow.Texts;
using ContainerSecurity.Shell.Flow.Values;
using ContainerSecurity.Shell.PowerShell;
using ContainerSecurity.Shell.Programs;
using ContainerSecurity.Shell.Programs.Table;

namespace ContainerSecurity.Shell.Flow;

/// <summary>Shells, languages and other programs that run what they are given.</summary>
internal sealed class CodeActs(ScriptWalk walk)
{
    public Outcome Shell(Call call)
    {
        if (call.Has(Role.NoContent))
            return Outcome.Either;
        var (folder, stops, pipes) = (walk.State.Folder, walk.State.StopsAtErrors, walk.State.PipesFail);
        (walk.State.StopsAtErrors, walk.State.PipesFail) = (false, false);
        ShellOptions.ApplyAll(walk.State, Value.Texts(call.Words.AsSpan(0, call.Read.Operands is [var first, ..] ? first : call.Words.Length)));
        var outcome = RunShell(call);
        (walk.State.Folder, walk.State.StopsAtErrors, walk.State.PipesFail) = (folder, stops, pipes);
        return outcome.Ends ? Outcome.Either : outcome;
    }

    private Outcome RunShell(Call call)
    {
        var operands = call.Operands;
        if (call.Has(Role.CodeFirst))
            return operands.IsEmpty ? RunInput(call, []) : walk.RunText(operands[0], call.Name, call, operands[1..]);
        if (call.ValueOf(Role.CodeFile) is { } file)
            return RunFile(call, file, []);
        return operands.IsEmpty || call.Has(Role.ReadsInput) || call.Spec.EndsAfter == 0 || FileWalk.IsInput(operands[0].Text)
            ? RunInput(call, operands)
            : RunFile(call, operands[0], operands);
    }

    private Outcome RunFile(Call call, Value file, ImmutableArray<Value> arguments)
    {
        // `sh "$(curl …)"`: what is fetched says which file.
        if (file.Unverified is not null && file.IsOneUnknown)
        {
            walk.Report(FaultKind.RunUnseen, $"{call.Name} runs what is fetched", call.Line);
            return Outcome.Either;
        }

        return walk.Files.Use(file, call.Streams, call.Line) is { From: [] } known
            ? walk.RunText(known, call.Name, call, arguments)
            : Outcome.Either;
    }

    private Outcome RunInput(Call call, ImmutableArray<Value> arguments)
    {
        var input = call.Input;
        if (input.Unverified is not null && (input.Text.Trim().Length == 0 || input.WithText(input.Text.Trim()).IsOneUnknown))
            walk.Report(FaultKind.RunUnseen, $"what is fetched is piped into {call.Name}", call.Streams.Line);
        else
            return walk.RunText(input, call.Name, WithoutInput(call), [new Value(call.Name), .. arguments]);
        return Outcome.Either;
    }

    private static Call WithoutInput(Call call) => call.With(call.Streams with { Input = Value.Empty });

    public Outcome Language(Call call)
    {
        var compared = new List<Fact>();
        foreach (var code in call.ValuesOf(Role.Code))
            compared.AddRange(JudgeCode(call, code));
        if (call.ValueOf(Role.Module) is { } module)
            return Module(call, module);
        var operands = call.Operands;
        if (call.Has(Role.CodeFirst))
        {
            if (!operands.IsEmpty)
                compared.AddRange(JudgeCode(call, operands[0]));
        }
        else if (!call.Has(Role.Code))
        {
            LanguageFile(call);
        }

        call.Write(walk.Unknown(Value.Empty with { From = call.Input.From }));
        return compared.Count == 0 ? Outcome.Either : new Outcome(compared, []);
    }

    private void LanguageFile(Call call)
    {
        var before = call.Spec.TakesOnlyArgumentsAfterDashes ? Math.Min(call.Read.FirstArgument, call.Operands.Length) : call.Operands.Length;
        var operands = call.Operands[..before];
        var file = call.ValueOf(Role.CodeFile) ?? (operands.IsEmpty ? null : operands[0]);
        if (call.Spec.Sub == "eval" && file is not null)
            JudgeCode(call, file);
        else if (file is null || FileWalk.IsInput(file.Text))
            JudgeInput(call);
        else if (file.Text.Contains("://", StringComparison.Ordinal))
            walk.Report(FaultKind.RunUnpinned, $"{call.Name} runs {file.Text}, which may be another program tomorrow", call.Line);
        else if (file.Unverified is not null && file.IsOneUnknown)
            walk.Report(FaultKind.RunUnseen, $"{call.Name} runs what is fetched", call.Line);
        else if (walk.Files.Use(file, call.Streams, call.Line) is { } known)
            JudgeText(call, known);
    }

    private void JudgeInput(Call call)
    {
        if (call.Input.Unverified is not null)
            walk.Report(FaultKind.RunUnseen, $"what is fetched is piped into {call.Name}", call.Streams.Line);
        else
            JudgeText(call, call.Input);
    }

    private List<Fact> JudgeCode(Call call, Value code)
    {
        if (code.Unverified is null || !code.WithText(code.Text.Trim()).IsOneUnknown)
            return JudgeText(call, code);
        walk.Report(FaultKind.RunUnseen, $"{call.Name} runs what is fetched", call.Line);
        return [];
    }

    /// <summary>What the code itself fetches and runs, saves, or gives to a shell.</summary>
    /// <returns>What it compares with a digest, and ends where that differs.</returns>
    private List<Fact> JudgeText(Call call, Value code)
    {
        walk.Observer?.OnCode(walk, call, call.Spec.Language, code.Text);
        if (!walk.Files.IsRead(code, call.Line))
            return [];
        if (call.Spec.Language == "sed")
            return RunEdits(call, code);
        var judged = LanguageCode.Judge(call.Spec.Language, code.Text);
        walk.Log.At(walk.Log.Place.OfCode(code, call.Line), () => JudgeCalls(call, judged));
        foreach (var file in CodeFiles.FindSaved(call.Spec.Language, code.Text))
            walk.Files.Write(file.Path, walk.Unknown(Value.Empty with { From = [walk.Bring(call.Name, file.Address)] }), appends: false, call.Line);
        var compared = new List<Fact>();
        foreach (var file in CodeFiles.FindCompared(code.Text))
        {
            foreach (var download in walk.Files.Read(file, call.Streams)?.From ?? [])
                compared.Add(new Fact(download, Trust.Full));
        }

        return compared;
    }

    private Outcome JudgeCalls(Call call, JudgedCode judged)
    {
        if (judged.RunsFetchedIn is { } line)
            walk.Report(FaultKind.RunUnseen, $"the code of {call.Name} fetches something and runs it", line);
        foreach (var text in judged.ShellTexts)
            walk.RunText(new Value(text.Text), call.Name, call.InLine(text.Line), []);
        return Outcome.Either;
    }

    /// <summary>GNU sed runs what follows an <c>e</c>.</summary>
    private List<Fact> RunEdits(Call call, Value code)
    {
        foreach (var edit in code.Text.Split(['\n', ';', '{']))
        {
            var command = edit.TrimStart(' ', '$', ',', '!', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
            if (command.StartsWith("e ", StringComparison.Ordinal))
                walk.RunText(code.WithText(command[2..]), call.Name, call, []);
        }

        return [];
    }

    private Outcome Module(Call call, Value module)
    {
        if (module.Text == "pip" && call.Words.Length > 0)
            return walk.Commands.Run([module, .. call.Operands], call.Streams, call.Line);
        call.Write(walk.Unknown(Value.Empty with { From = call.Input.From }));
        return Outcome.Either;
    }

    public Outcome Filter(Call call)
    {
        if (call.ValueOf(Role.CodeFile) is { } file)
            JudgeProgram(call, file);
        else if ((call.ValueOf(Role.Code) ?? (call.Operands.IsEmpty ? null : call.Operands[0])) is { } program)
            JudgeText(call, program);
        var hasProgram = !call.Has(Role.CodeFile) && !call.Has(Role.Code) && !call.Operands.IsEmpty;
        var input = call.Input;
        foreach (var content in walk.Files.ReadAll(call.Operands.AsSpan()[(hasProgram ? 1 : 0)..], call.Streams))
            input = input.Then(content);
        call.Write(!input.HasOrigin && input.Text.Length == 0 ? new Value("${_}") : input);
        return Outcome.Either;
    }

    private void JudgeProgram(Call call, Value file)
    {
        if (!FileWalk.IsInput(file.Text))
            walk.Files.Use(file, call.Streams, call.Line);
        else if (call.Input.Unverified is not null)
            walk.Report(FaultKind.RunUnseen, $"what is fetched is piped into {call.Name}", call.Streams.Line);
    }

    /// <summary><c>make</c> runs the file of the folder.</summary>
    public Outcome Build(Call call)
    {
        if (call.ValueOf(Role.CodeFile) is { } file)
        {
            JudgeProgram(call, file);
            return Outcome.Either;
        }

        var folder = walk.Files.Resolve(call.ValueOf(Role.Folder)?.Text ?? ".");
        if (walk.State.Files.FindFolder(folder, isInside: false) is { } content)
            walk.Files.Judge(content, new Value(call.Name), call.Line);
        return Outcome.Either;
    }

    public Outcome PowerShell(Call call)
    {
        if (call.ValueOf(Role.CodeFile) is { } file)
        {
            walk.Files.Use(file, call.Streams, call.Line);
            if (ShellFeatures.ReadsPowerShell)
                Report(call, PowerShellScript.FindFaultsOfFile(file.Text, walk.State.Windows));
            return Outcome.Either;
        }

        if (IsInput(call.Operands) && call.Input.Unverified is not null)
            walk.Report(FaultKind.RunUnseen, $"what is fetched is piped into {call.Name}", call.Streams.Line);
        if (call.ValueOf(Role.Code) is { Unverified: not null })
            walk.Report(FaultKind.RunUnseen, $"{call.Name} runs what is fetched", call.Line);
        if (ShellFeatures.ReadsPowerShell)
            Report(call, PowerShellScript.FindFaultsOfWords(Value.Texts(call.Words.AsSpan()), walk.State.Windows));
        return Outcome.Either;
    }

    private static bool IsInput(ImmutableArray<Value> operands)
    {
        foreach (var operand in operands)
        {
            if (operand.Text != "-")
                return false;
        }

        return true;
    }

    /// <summary>What is in a file has its place there.</summary>
    private void Report(Call call, List<CommandFault> faults)
    {
        foreach (var fault in faults)
        {
            if (fault.File is null)
                walk.Report(fault.Kind, fault.Message, call.Line);
            else
                walk.Log.Add(fault);
        }
    }
}
