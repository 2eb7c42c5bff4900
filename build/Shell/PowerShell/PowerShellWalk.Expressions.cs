using System.Collections.Immutable;
using ContainerSecurity.Shell.Programs;

namespace ContainerSecurity.Shell.PowerShell;

/// <summary>The walk over words: variables, brackets, members and their arguments.</summary>
internal sealed partial class PowerShellWalk
{
    /// <summary>Members of .NET's and Windows' clients that give what an address answers.</summary>
    private static readonly string[] FetchingMembers =
    [
        "downloadstring", "downloaddata", "openread", "downloadstringasync", "downloadstringtaskasync", "downloaddatataskasync", "getstringasync",
        "getbytearrayasync", "getstreamasync", "getasync", "responsetext", "responsebody", "getresponse", "getresponsestream",
    ];

    private static readonly string[] SavingMembers = ["downloadfile", "downloadfileasync", "downloadfiletaskasync"];
    private static readonly string[] WritingMembers = ["writealltext", "writeallbytes", "writealllines", "appendalltext"];
    private static readonly string[] ReadingMembers = ["readalltext", "readallbytes", "readalllines"];

    /// <summary>Members that run a text, a block or a library.</summary>
    private static readonly string[] RunningMembers =
        ["invoke", "invokereturnasis", "invokescript", "invokewithcontext", "addscript", "load", "loadfile", "loadfrom", "unsafeloadfrom"];

    private PowerShellValue Evaluate(PowerShellTerm term) => Evaluate(term, PowerShellValue.None);

    private PowerShellValue Evaluate(PowerShellTerm term, PowerShellValue input)
    {
        var value = PowerShellValue.None;
        for (var at = 0; at < term.Nodes.Length; at++)
        {
            var node = term.Nodes[at];
            if (at > 0 && node is PowerShellText { IsQuoted: false, Text: ['.' or ':', ..] member }
                && (term.Nodes[0] is not PowerShellText || term.Nodes[0] is PowerShellText { IsQuoted: true }))
            {
                var arguments = at + 1 < term.Nodes.Length ? term.Nodes[at + 1] as PowerShellGroup : null;
                value = Members(value, member, arguments is { Open: "(" or "{" } ? arguments : null, input);
                at += arguments is { Open: "(" or "{" } ? 1 : 0;
            }
            else
            {
                value = at == 0 ? Evaluate(node, input) : value.Then(Evaluate(node, input));
            }
        }

        return value;
    }

    private PowerShellValue Evaluate(PowerShellNode node, PowerShellValue input) => node switch
    {
        PowerShellText text => PowerShellValue.Of(text.Text),
        PowerShellVariable { Name: "_" or "PSItem" or "input" } => input,
        PowerShellVariable variable => memory[variable.Name],
        PowerShellGroup { IsBlock: true } block => new() { Block = block },
        PowerShellGroup { IsQuoted: true, Statements: [{ Elements: [{ Terms: [var parts] }] }] } =>
            EvaluateQuoted(parts, input),
        PowerShellGroup group => Run(group.Statements, input),
        _ => PowerShellValue.None,
    };

    private PowerShellValue EvaluateQuoted(PowerShellTerm parts, PowerShellValue input)
    {
        var all = PowerShellValue.Of("");
        foreach (var part in parts.Nodes)
            all = all.Then(Evaluate(part, input));
        return all;
    }

    /// <summary><c>.Content</c>, <c>.Trim()</c>, <c>::Create(…)</c>, several in a row; only the last of them has the arguments.</summary>
    private PowerShellValue Members(PowerShellValue value, string members, PowerShellGroup? arguments, PowerShellValue input)
    {
        var names = members.Split(['.', ':', '?'], StringSplitOptions.RemoveEmptyEntries);
        for (var at = 0; at < names.Length; at++)
            value = Member(value, names[at], at == names.Length - 1 ? arguments : null, input);
        return value;
    }

    private PowerShellValue Member(PowerShellValue value, string name, PowerShellGroup? arguments, PowerShellValue input)
    {
        name = name.ToLowerInvariant();
        var (given, all) = (new List<PowerShellValue>(), value);
        foreach (var statement in arguments?.Statements ?? [])
            AddGiven(statement, input, given);
        foreach (var argument in given)
            all = all.Or(argument);
        if (FetchingMembers.Contains(name))
            return PowerShellValue.Fetched;
        if (SavingMembers.Contains(name))
            memory.Save(given.FindLast(argument => argument.Text is { Length: > 0 })?.Text);
        else if (WritingMembers.Contains(name))
            Write(given is [var file, ..] ? file.Text : null, all.IsFetched);
        else if (ReadingMembers.Contains(name))
            return given.Exists(argument => memory.IsUnchecked(argument.Text)) ? all.Or(PowerShellValue.Fetched) : all;
        else if (RunningMembers.Contains(name) && (all.IsFetched || given.Exists(argument => memory.IsUnchecked(argument.Text))))
            Tell(all.IsFetched ? FaultKind.RunUnseen : FaultKind.RunUnverified, "what is fetched is run by PowerShell");
        else if (RunningMembers.Contains(name) && all.Block is { } block)
            return Run(block.Statements, input);
        else if (name == "start" && given is [var program, ..])
            Start(program.Text);
        else if (name == "extracttodirectory" && given is [var archive, ..] && memory.IsUnchecked(archive.Text))
            memory.Unpack(given is [_, { Text: { } folder }, ..] ? folder : ".");
        else if (name is "computehash" or "hashdata" or "hashdataasync")
            return all.Or(new() { CheckedFile = given.Find(argument => argument.Text is not null)?.Text });
        return all;
    }

    /// <summary>The arguments that stand between commas; a command or a pipeline is one.</summary>
    private void AddGiven(PowerShellStatement statement, PowerShellValue input, List<PowerShellValue> given)
    {
        if (statement.Elements is [{ Terms: [var first, .. var rest] } only] && (rest is [] || first.Bare is null))
        {
            foreach (var term in only.Terms)
                given.Add(Evaluate(term, input));
        }
        else
        {
            given.Add(Run(statement, input));
        }
    }

    private void Write(string? file, bool isFetched)
    {
        if (isFetched)
            memory.Save(file);
        else
            memory.Check(file);
    }
}
