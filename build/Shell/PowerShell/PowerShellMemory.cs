using ContainerSecurity.Shell.Programs;

namespace ContainerSecurity.Shell.PowerShell;

/// <summary>
/// What a script has set, saved and checked so far. Names of files are compared without their folders, small and capital letters alike.
/// </summary>
internal sealed class PowerShellMemory
{
    private readonly Dictionary<string, PowerShellValue> _variables = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _unchecked = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _unpacked = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _told = [];

    public Dictionary<string, PowerShellValue> Functions { get; } = new(StringComparer.OrdinalIgnoreCase);

    public List<CommandFault> Faults { get; } = [];

    /// <summary>Finds a script that a command names and whose text is known; null where nobody knows any.</summary>
    public Func<string, PowerShellFile?>? Open { get; set; }

    /// <summary>A variable that nobody set is its own name, so that a file named by it is known again.</summary>
    public PowerShellValue this[string variable]
    {
        get => _variables.TryGetValue(variable, out var value) ? value : PowerShellValue.Of("$" + variable);
        set => _variables[variable] = value.Text is null ? value.WithText("$" + variable) : value;
    }

    public void Save(string? file)
    {
        if (!string.IsNullOrEmpty(file))
            _unchecked.Add(PowerShellCommands.FileName(file));
    }

    /// <summary>A file is written anew, with something of the script's own.</summary>
    public void Check(string? file)
    {
        if (file is not null)
            _unchecked.Remove(PowerShellCommands.FileName(file));
    }

    public bool IsUnchecked(string? file) => file is not null && _unchecked.Contains(PowerShellCommands.FileName(file));

    /// <summary>What an archive held is as unchecked as it was; where it lies when nobody said so, is any folder below.</summary>
    public void Unpack(string folder) => _unpacked.Add(PowerShellCommands.FileName(folder.TrimEnd('/', '\\')));

    public bool IsUnpacked(string path)
    {
        var folders = path.Split('/', '\\')[..^1];
        var isBelow = folders is ["." or not ("" or [_, ':']), ..];
        return Array.Exists(folders, folder => folder.Length > 0 && _unpacked.Contains(folder)) || (isBelow && _unpacked.Contains("."));
    }

    /// <summary>The same files, for another place that begins like this one.</summary>
    public PowerShellMemory Clone()
    {
        var clone = new PowerShellMemory();
        clone._unchecked.UnionWith(_unchecked);
        clone._unpacked.UnionWith(_unpacked);
        return clone;
    }

    /// <summary>A script begins in the same place: files stay, variables do not, and lines count anew.</summary>
    public void BeginScript()
    {
        _variables.Clear();
        Functions.Clear();
        _told.Clear();
    }

    /// <param name="file">The file of the repository in which the line is; null for the script itself.</param>
    public void Tell(FaultKind kind, string message, int line, string? file = null)
    {
        if (_told.Add($"{(int)kind} {line} {file}"))
            Faults.Add(new(kind, message, line) { File = file });
    }
}

/// <summary>A script file, and its text.</summary>
/// <param name="path">Relative to the repository; null for one that a command has written.</param>
/// <param name="unread">Why its text is not known, as a sentence.</param>
internal sealed class PowerShellFile(string? path, string text, string? unread)
{
    public string? Path => path;

    public string Text => text;

    public string? Unread => unread;
}
