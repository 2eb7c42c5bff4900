namespace ContainerSecurity.Shell.Programs.Table;

/// <summary>How the command line of a program, or of one of its sub-commands, is read, and what it does.</summary>
/// <param name="names">Separated by blanks; a version behind a name (<c>python3.12</c>) belongs to none.</param>
/// <param name="act">What it does.</param>
internal sealed class ProgramSpec(string names, Act act)
{
    public string Names => names;

    public Act Act => act;

    /// <summary>The first operands that choose a sub-command: <c>s3 cp</c>; <c>a|b</c> where several mean the same.</summary>
    public string Sub { get; set; } = "";

    /// <summary>The options that take a value, letters and names, each with its role where it has one: <c>o>Output output>Output H</c>.</summary>
    public string Values { get; set; } = "";

    /// <summary>Options without a value that have a role.</summary>
    public string Flags { get; set; } = "";

    /// <summary>Letters whose value, if any, is joined to them: <c>-i.bak</c>.</summary>
    public string Joined { get; set; } = "";

    /// <summary>After so many operands all the rest are operands: the words of another program, or of a script.</summary>
    public int EndsAfter { get; set; } = int.MaxValue;

    /// <summary>Operands before the program that a wrapper runs.</summary>
    public int Skip { get; set; }

    /// <summary>Long names have one dash: <c>-exec</c>.</summary>
    public bool IsSingleDash { get; set; }

    /// <summary><c>--</c> ends the options, and no operand behind it names the program's code.</summary>
    public bool TakesOnlyArgumentsAfterDashes { get; set; }

    /// <summary>What it prints comes from the network, whatever its operands.</summary>
    public bool FetchesAlways { get; set; }

    /// <summary>Of a fetcher: it saves under the last part of the address, not to standard output.</summary>
    public bool SavesByName { get; set; }

    /// <summary>Of a language: which, for the names in its code.</summary>
    public string Language { get; set; } = "";

    public int SubLength => Sub.Length == 0 ? 0 : Sub.AsSpan().Count(' ') + 1;

    /// <summary>Null for an option without a value.</summary>
    public Role? RoleOfValue(string name) => OptionList.RoleOf(name, Values);

    public Role RoleOfFlag(string name) => OptionList.RoleOf(name, Flags) ?? Role.Value;

    /// <summary>The name that an abbreviated long option means.</summary>
    public string Complete(string name) =>
        name.Length < 3 || OptionList.RoleOf(name, Values) is not null || OptionList.RoleOf(name, Flags) is not null
            ? name
            : OptionList.Complete(name, Values) ?? OptionList.Complete(name, Flags) ?? name;
}
