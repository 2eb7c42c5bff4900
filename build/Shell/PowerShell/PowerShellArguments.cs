namespace ContainerSecurity.Shell.PowerShell;

/// <summary>The words after a command: which are parameters, and what they are given.</summary>
/// <param name="values">Every word that is no name of a parameter, in order; the values of parameters too.</param>
internal sealed class PowerShellArguments(List<PowerShellArgument> values)
{
    public List<PowerShellArgument> Values => values;

    /// <summary>The names of all parameters, switches too, in small letters.</summary>
    public List<string> Names { get; private init; } = [];

    /// <summary>All words as texts, parameters with their dash.</summary>
    public List<string> Texts { get; private init; } = [];

    public PowerShellValue All
    {
        get
        {
            var all = PowerShellValue.None;
            foreach (var argument in Values)
                all = all.Or(argument.Value);
            return all;
        }
    }

    /// <summary>The words that no parameter came right before.</summary>
    public List<PowerShellArgument> Positional => Values.FindAll(argument => argument.Name is null);

    public static PowerShellArguments Read(PowerShellTerm[] terms, Func<PowerShellTerm, PowerShellValue> evaluate)
    {
        var (values, names, texts) = (new List<PowerShellArgument>(), new List<string>(), new List<string>());
        var name = (string?)null;
        foreach (var term in terms)
        {
            if (term.Nodes is [PowerShellText { IsQuoted: false, Text: ['-', _, ..] and var text }, .. var rest])
            {
                var colon = text.IndexOf(':');
                name = (colon < 0 ? text : text[..colon]).TrimStart('-').ToLowerInvariant();
                names.Add(name);
                texts.Add(text);
                if (colon < 0 || (colon == text.Length - 1 && rest is []))
                    continue;
                values.Add(new(name, evaluate(new PowerShellTerm([new PowerShellText(text[(colon + 1)..], isQuoted: true), .. rest]))));
            }
            else
            {
                values.Add(new(name, evaluate(term)));
                texts.Add(values[^1].Value.Text ?? "");
            }

            name = null;
        }

        return new(values) { Names = names, Texts = texts };
    }

    /// <summary>What a parameter is given; its name may be cut short, as PowerShell allows.</summary>
    public PowerShellValue? Get(string name, int shortest = 2) =>
        Values.Find(argument => argument.Name is { } given && IsCutFrom(given, name, shortest))?.Value;

    public bool Has(string name, int shortest = 2) => Names.Exists(given => IsCutFrom(given, name, shortest));

    private static bool IsCutFrom(string given, string name, int shortest) =>
        given.Length >= shortest && name.StartsWith(given, StringComparison.OrdinalIgnoreCase);
}

/// <param name="name">Of the parameter right before it, in small letters; it may be a switch, and then has nothing to do with the word.</param>
internal sealed class PowerShellArgument(string? name, PowerShellValue value)
{
    public string? Name => name;

    public PowerShellValue Value => value;
}
