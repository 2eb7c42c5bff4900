using ContainerSecurity.Shell.Programs;

namespace ContainerSecurity.Shell.PowerShell;

/// <summary>The walk over commands.</summary>
internal sealed partial class PowerShellWalk
{
    private PowerShellValue Call(PowerShellTerm called, PowerShellTerm[] words, PowerShellValue input)
    {
        var value = Evaluate(called);
        if (value.IsFetched)
            Tell(FaultKind.RunUnseen, "what is fetched is run by PowerShell");
        else if (value.Block is { } block)
            return Bind(block, words, input);
        return value.Text is { Length: > 0 } name ? Command(name, words, input) : value;
    }

    private PowerShellValue Command(string name, PowerShellTerm[] terms, PowerShellValue input)
    {
        if (memory.Functions.TryGetValue(name, out var function) && function.Block is { } body)
            return In(function.File, () => Bind(body, terms, input));
        var words = PowerShellArguments.Read(terms, Evaluate);
        var plain = PowerShellCommands.Plain(name);
        Start(name);
        switch (PowerShellCommands.KindOf(plain))
        {
            case PowerShellCommandKind.Fetch:
                return Fetch(plain, words);
            case PowerShellCommandKind.FetchToFile when words.Get("hashfile") is { } hashed:
                return new() { CheckedFile = hashed.Text };
            case PowerShellCommandKind.FetchToFile:
                memory.Save((words.Get("destination") ?? words.Values.FindLast(word => HasFile(word.Value))?.Value)?.Text);
                return PowerShellValue.None;
            case PowerShellCommandKind.RunText when input.Or(words.All).IsFetched:
                Tell(FaultKind.RunUnseen, $"what is fetched is given to {plain}");
                return PowerShellValue.None;
            case PowerShellCommandKind.RunText:
                return Inner(words.All.Text ?? input.Text, input);
            case PowerShellCommandKind.RunBlock:
                return RunBlocks(words, input);
            case PowerShellCommandKind.Start:
                StartAny(words);
                return PowerShellValue.None;
            case PowerShellCommandKind.Shell:
                return Shell(plain, words, input);
            case PowerShellCommandKind.Prompt:
                StartAny(words);
                var command = words.Values.FindIndex(word => word.Value.Text is not ['/', ..]);
                if (words.All.IsFetched || (input.IsFetched && command < 0))
                    Tell(FaultKind.RunUnseen, $"what is fetched is given to {plain}");
                return Inner(command < 0 ? "" : Join(words.Values[command..], ' '), input);
            case PowerShellCommandKind.Install:
                Install(plain, words, input);
                return PowerShellValue.None;
            case PowerShellCommandKind.ReadFile:
                return HasUnchecked(words) ? words.All.Or(PowerShellValue.Fetched) : words.All;
            case PowerShellCommandKind.WriteFile:
                Write((words.Get("filepath") ?? PathOf(words))?.Text, input.Or(words.All).IsFetched);
                return input;
            case PowerShellCommandKind.Copy:
                if (HasUnchecked(words))
                    memory.Save((words.Get("destination") ?? words.Get("newname") ?? Last(words.Values))?.Text);
                return words.All;
            case PowerShellCommandKind.Unpack:
                if (input.IsFetched || HasUnchecked(words))
                    memory.Unpack((words.Get("destinationpath") ?? (words.Positional is [_, .., var last] ? last.Value : null))?.Text ?? ".");
                return PowerShellValue.None;
            case PowerShellCommandKind.Digest:
                return new() { CheckedFile = (words.Get("filepath") ?? PathOf(words) ?? input).Text };
            case PowerShellCommandKind.JoinPath:
                return PowerShellValue.Of(Join(words.Values, '\\'));
            case PowerShellCommandKind.SetVariable when words.Values is [{ Value.Text: { } variable }, .. var rest]:
                var value = input;
                foreach (var word in rest)
                    value = value.Or(word.Value);
                memory[variable] = value;
                return PowerShellValue.None;
            case PowerShellCommandKind.GetVariable when words.Values is [{ Value.Text: { } variable }, ..]:
                return memory[variable];
            case PowerShellCommandKind.Tell:
                return PowerShellValue.None;
            default:
                return input.Or(words.All).WithText(null);
        }
    }

    private static PowerShellValue? PathOf(PowerShellArguments words) =>
        words.Get("path") ?? words.Get("literalpath") ?? (words.Positional is [var first, ..] ? first.Value : null);

    private static PowerShellValue? Last(List<PowerShellArgument> words) => words is [.., var last] ? last.Value : null;

    private static string Join(List<PowerShellArgument> words, char separator)
    {
        var texts = new List<string?>();
        foreach (var word in words)
            texts.Add(word.Value.Text);
        return string.Join(separator, texts);
    }

    private bool HasUnchecked(PowerShellArguments words) => words.Values.Exists(word => memory.IsUnchecked(word.Value.Text));

    private static bool HasFile(PowerShellValue value) => value.Text is not null && !IsAddress(value.Text);

    private PowerShellValue Fetch(string program, PowerShellArguments words)
    {
        var isProgram = program is "curl" or "wget";
        var file = words.Get("outfile", shortest: 3)
            ?? words.Values.FindLast(word => word.Name is "o" or "output" or "output-document")?.Value
            ?? (isProgram ? words.Values.FindLast(word => word.Name is { Length: < 8 } letters && letters.EndsWith('o'))?.Value : null);
        var address = words.Values.Find(word => IsAddress(word.Value.Text))?.Value.Text;
        if (file?.Text is { } given && !IsAddress(given))
            memory.Save(given);
        else if (file is not null || (isProgram && words.Names.Contains("remote-name")))
            memory.Save(address?.Split('?', '#')[0]);
        else
            return PowerShellValue.Fetched;
        return words.Has("passthru") ? PowerShellValue.Fetched : PowerShellValue.None;
    }

    private PowerShellValue RunBlocks(PowerShellArguments words, PowerShellValue input)
    {
        var result = PowerShellValue.None;
        foreach (var word in words.Values)
        {
            if (word.Value.Block is { } block)
                result = result.Or(Run(block.Statements, input));
            else if (word is { Name: { } name, Value.IsFetched: true } && "scriptblock".StartsWith(name, StringComparison.Ordinal))
                Tell(FaultKind.RunUnseen, "what is fetched is run by PowerShell");
            else if (word.Name is { } file && "filepath".StartsWith(file, StringComparison.Ordinal))
                Start(word.Value.Text);
        }

        return result;
    }

    /// <summary><c>powershell -Command …</c>, <c>-File …</c>, <c>-EncodedCommand …</c>, <c>… | powershell -</c>.</summary>
    private PowerShellValue Shell(string program, PowerShellArguments words, PowerShellValue input)
    {
        if (words.All.IsFetched || (input.IsFetched && words.Values.TrueForAll(word => word.Value.Text == "-")))
            Tell(FaultKind.RunUnseen, $"what is fetched is given to {program}");
        StartAny(words);
        var result = PowerShellValue.None;
        foreach (var word in words.Values)
        {
            if (word.Value.Block is { } block)
                result = result.Or(Run(block.Statements, input));
        }

        return result.Or(Inner(PowerShellCommandLine.FindScript(words.Texts), input));
    }

    private PowerShellValue Inner(string? script, PowerShellValue input)
    {
        if (script is null || !script.Contains(' ') || _calls >= DeepestCall)
            return PowerShellValue.None;
        var line = _line;
        _calls++;
        var result = new PowerShellWalk(memory) { _calls = _calls, _origin = line, _file = _file }.Run(PowerShellReader.Read(script), input);
        _calls--;
        _line = line;
        return result;
    }

    /// <summary>Programs that run or install a file, also right from its address.</summary>
    private void Install(string program, PowerShellArguments words, PowerShellValue input)
    {
        var isAddress = program is "msiexec" or "mshta" or "regsvr32" or "add-appxpackage" && words.Values.Exists(word => IsAddress(word.Value.Text));
        var isProgram = input.IsFetched && words.Values.TrueForAll(word => word.Value.Text is "-" or "/dev/stdin");
        if (isAddress || isProgram || words.All.IsFetched)
            Tell(FaultKind.RunUnseen, isAddress ? $"{program} runs what an address gives" : $"what is fetched is given to {program}");
        StartAny(words);
    }

    private static bool IsAddress(string? text) => text?.Contains("://", StringComparison.Ordinal) == true;

    private void StartAny(PowerShellArguments words)
    {
        foreach (var word in words.Values)
        {
            foreach (var part in word.Value.Text?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [])
                Start(part.Trim('"', '\''));
        }
    }

    /// <summary>Runs a file, if what is named is one.</summary>
    public void Start(string? file)
    {
        const string Without = "without a comparison of its digest";
        if (memory.IsUnchecked(file))
            Tell(FaultKind.RunUnverified, $"{PowerShellCommands.FileName(file!)} is fetched and then run {Without}");
        else if (file is not null && memory.IsUnpacked(file))
            Tell(FaultKind.RunUnverified, $"{file} is run after an archive was fetched and unpacked {Without}");
        else if (file is not null)
            Follow(file);
    }

    /// <summary>Runs a block with its parameters bound to words, in their order or by name.</summary>
    private PowerShellValue Bind(PowerShellGroup block, PowerShellTerm[] terms, PowerShellValue input)
    {
        if (_calls >= DeepestCall)
            return PowerShellValue.None;
        var (words, line) = (PowerShellArguments.Read(terms, Evaluate), _line);
        memory["args"] = words.All;
        var (positional, position) = (words.Positional, 0);
        foreach (var parameter in ParametersOf(block))
        {
            var named = words.Get(parameter);
            if ((named ?? (position < positional.Count ? positional[position].Value : null)) is { } value)
                memory[parameter] = value;
            position += named is null ? 1 : 0;
        }

        _calls++;
        var result = Run(block.Statements, input);
        _calls--;
        _line = line;
        return result;
    }

    private static List<string> ParametersOf(PowerShellGroup block)
    {
        var names = new List<string>();
        foreach (var statement in block.Statements)
        {
            foreach (var element in statement.Elements)
            {
                if (element.Terms is [{ Nodes: [PowerShellText { Text: var word }, ..] }, ..]
                    && word.Equals("param", StringComparison.OrdinalIgnoreCase))
                {
                    AddParameters(element, names);
                }
            }
        }

        return names;
    }

    private static void AddParameters(PowerShellElement element, List<string> names)
    {
        foreach (var list in GroupsIn(element.Terms))
        {
            foreach (var node in NodesIn(list))
            {
                if (node is PowerShellVariable variable)
                    names.Add(variable.Name);
            }
        }
    }
}
