namespace ContainerSecurity.Shell.PowerShell;

/// <summary>
/// Follows values through a script of PowerShell, each statement once, in the order of the text: what is fetched, where it is kept, and whether it
/// is run. This file: statements and what steers them.
/// </summary>
internal sealed partial class PowerShellWalk(PowerShellMemory memory)
{
    /// <summary>A function that calls itself is not followed for ever.</summary>
    private const int DeepestCall = 4;

    private static readonly string[] Searches = ["findstr", "find", "select-string", "sls"];
    private static readonly string[] Endings = ["throw", "exit", "return", "break", "continue"];
    private static readonly string[] Differences = ["-ne", "-ine", "-cne", "-notmatch", "-notlike", "-notin", "-notcontains", "-not", "!"];

    private static readonly string[] Comparisons =
        ["-eq", "-ieq", "-ceq", "-match", "-like", "-in", "-contains", ".equals", "compare-object", .. Differences];

    private static readonly string[] Steering =
        ["if", "foreach", "for", "while", "do", "switch", "try", "function", "filter", "trap", "process", "begin", "end", "param"];

    private int _calls;

    /// <summary>The line of the command that gave this text to a shell of its own; 0 for a script of its own.</summary>
    private int _origin;

    private int _line;

    public PowerShellValue Run(PowerShellStatement[] statements, PowerShellValue input)
    {
        var result = PowerShellValue.None;
        for (var at = 0; at < statements.Length; at++)
        {
            var value = Run(statements[at], input);
            if (value.CheckedFile is not null && IsComparison(statements[at], at + 1 < statements.Length ? statements[at + 1] : null))
                memory.Check(value.CheckedFile);
            result = result.Or(value);
        }

        return result;
    }

    private PowerShellValue Run(PowerShellStatement statement, PowerShellValue input)
    {
        if (statement.Elements is [{ Terms: [var target, { Bare: ("=" or "+=") and { } sign }, ..] } first, ..]
            && VariableIn(target) is { } variable)
        {
            var value = Pipe([new PowerShellElement(first.Terms[2..], first.Line), .. statement.Elements[1..]], input);
            var isWhole = sign == "=" && target.Nodes is [PowerShellVariable];
            memory[variable.Name] = isWhole ? value : memory[variable.Name].Or(value);
            return PowerShellValue.None;
        }

        return Pipe(statement.Elements, input);
    }

    private static PowerShellVariable? VariableIn(PowerShellTerm term)
    {
        foreach (var node in term.Nodes)
        {
            if (node is PowerShellVariable variable)
                return variable;
        }

        return null;
    }

    /// <summary><c>certutil -hashfile x SHA256 | findstr AA &amp;&amp; …</c>, or <c>|| exit /b 1</c>.</summary>
    private static bool IsComparison(PowerShellStatement statement, PowerShellStatement? next) =>
        BeginsWith(statement, Searches)
        && (statement.Connector == "&&" || (statement.Connector == "||" && next is not null && Stops(next)));

    private PowerShellValue Pipe(PowerShellElement[] elements, PowerShellValue input)
    {
        foreach (var element in elements)
        {
            _line = _origin > 0 ? _origin : element.Line;
            input = Redirect(element, Run(element, input));
        }

        return input;
    }

    private PowerShellValue Run(PowerShellElement element, PowerShellValue input) => element.Terms switch
    {
        [] => PowerShellValue.None,
        [{ Bare: { } word }, ..] when IsOneOf(word, Steering) =>
            Steer(word.ToLowerInvariant(), element.Terms, input),
        [{ Bare: { } word }, .. var rest] when IsOneOf(word, Endings) => Run(new PowerShellElement(rest, element.Line), input),
        [{ Bare: "&" or "." }, var called, .. var words] => Call(called, words, input),
        [{ Nodes: [PowerShellText { IsQuoted: false, Text: [var letter, ..] }, ..] } name, .. var words] when !"-!+>0123456789".Contains(letter) =>
            Command(Evaluate(name).Text ?? "", words, input),
        var terms => EvaluateAll(terms, input),
    };

    /// <summary>What a pipeline writes to a file with <c>&gt;</c>.</summary>
    private PowerShellValue Redirect(PowerShellElement element, PowerShellValue value)
    {
        for (var at = 0; value.IsFetched && at < element.Terms.Length; at++)
        {
            if (element.Terms[at].Bare is ">" or ">>" && at + 1 < element.Terms.Length)
                memory.Save(Evaluate(element.Terms[at + 1]).Text);
        }

        return value;
    }

    private PowerShellValue Steer(string word, PowerShellTerm[] terms, PowerShellValue input)
    {
        switch (word)
        {
            case "function" or "filter" when terms is [_, { Bare: { } name }, .., { Block: { } body }]:
                memory.Functions[name] = new()
                {
                    Block = new PowerShellGroup(body.Open, [.. Parameters(terms), .. body.Statements]),
                    File = _file,
                };
                return PowerShellValue.None;
            case "param":
                return PowerShellValue.None;
            case "if":
                return Decide(terms, input);
            case "foreach" when terms.Length > 1 && Only(terms[1]) is { Terms: [{ Nodes: [PowerShellVariable variable] }, _, .. var list] }:
                memory[variable.Name] = EvaluateAll(list, PowerShellValue.None);
                return RunGroups(terms[2..], input);
            default:
                return RunGroups(terms[1..], input);
        }
    }

    private static PowerShellElement? Only(PowerShellTerm brackets) =>
        brackets.Nodes is [PowerShellGroup { Statements: [{ Elements: [var element] }] }] ? element : null;

    /// <summary>The parameters in brackets behind a function's name, as the statement <c>param(…)</c> that they stand for.</summary>
    private static PowerShellStatement[] Parameters(PowerShellTerm[] terms) =>
        terms is [_, _, { Nodes: [PowerShellGroup { Open: "(" }] } list, _]
            ? [new([new([new([new PowerShellText("param", isQuoted: false)]), list], 0)])]
            : [];

    private PowerShellValue RunGroups(PowerShellTerm[] terms, PowerShellValue input)
    {
        var all = PowerShellValue.None;
        foreach (var group in GroupsIn(terms))
            all = all.Or(Run(group.Statements, input));
        return all;
    }

    private PowerShellValue EvaluateAll(PowerShellTerm[] terms, PowerShellValue input)
    {
        var all = PowerShellValue.None;
        foreach (var term in terms)
            all = all.Or(Evaluate(term, input));
        return all;
    }

    private static List<PowerShellGroup> GroupsIn(PowerShellTerm[] terms)
    {
        var groups = new List<PowerShellGroup>();
        foreach (var term in terms)
        {
            foreach (var node in term.Nodes)
            {
                if (node is PowerShellGroup group)
                    groups.Add(group);
            }
        }

        return groups;
    }

    private static List<PowerShellNode> NodesIn(PowerShellGroup group)
    {
        var nodes = new List<PowerShellNode>();
        foreach (var statement in group.Statements)
        {
            foreach (var element in statement.Elements)
            {
                foreach (var term in element.Terms)
                    nodes.AddRange(term.Nodes);
            }
        }

        return nodes;
    }
}
