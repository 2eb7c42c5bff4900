using System.Collections.Frozen;

namespace ContainerSecurity.Shell.PowerShell;

/// <summary>What a command of PowerShell does, as far as it matters to where code comes from.</summary>
internal enum PowerShellCommandKind
{
    /// <summary>Its result is made of what it is given.</summary>
    Other,

    /// <summary>Gives what an address answers, or saves it with <c>-OutFile</c>.</summary>
    Fetch,

    /// <summary>Saves what an address answers under the second word.</summary>
    FetchToFile,

    /// <summary>Runs the text that it is given.</summary>
    RunText,

    /// <summary>Runs the block or the file that it is given.</summary>
    RunBlock,

    /// <summary>Starts the program, or opens the file, that it is given.</summary>
    Start,

    /// <summary>Another PowerShell, with its own options.</summary>
    Shell,

    /// <summary>The classic command prompt.</summary>
    Prompt,

    /// <summary>Runs or installs a file that it is given, also by its address.</summary>
    Install,

    /// <summary>Gives the content of a file.</summary>
    ReadFile,

    /// <summary>Writes what comes in to a file.</summary>
    WriteFile,

    /// <summary>Gives a file a second or another name.</summary>
    Copy,

    Unpack,

    /// <summary>Tells the digest or the signature of a file.</summary>
    Digest,

    JoinPath,

    /// <summary>Sets the variable that it names.</summary>
    SetVariable,

    GetVariable,

    /// <summary>Its result says nothing of what it was given: a message to a reader.</summary>
    Tell,
}

/// <summary>The one table of PowerShell's commands, with their aliases. Source: PowerShell's reference of its modules, about_Aliases.</summary>
internal static class PowerShellCommands
{
    private static readonly FrozenDictionary<string, PowerShellCommandKind> Kinds = new (PowerShellCommandKind Kind, string Names)[]
    {
        (PowerShellCommandKind.Fetch, "invoke-webrequest iwr invoke-restmethod irm curl wget"),
        (PowerShellCommandKind.FetchToFile, "start-bitstransfer certutil bitsadmin"),
        (PowerShellCommandKind.RunText, "invoke-expression iex"),
        (PowerShellCommandKind.RunBlock, "invoke-command icm start-job sajb start-threadjob foreach-object foreach % where-object where ?"),
        (PowerShellCommandKind.Start, "start-process start saps invoke-item ii"),
        (PowerShellCommandKind.Shell, "powershell pwsh"),
        (PowerShellCommandKind.Prompt, "cmd"),
        (PowerShellCommandKind.Install,
            "msiexec wusa dism regsvr32 rundll32 mshta wscript cscript python python3 py node ruby perl php java bash sh wsl add-appxpackage"
            + " add-appxprovisionedpackage add-windowspackage import-module ipmo install-package pip npm choco vs_installer"),
        (PowerShellCommandKind.ReadFile, "get-content gc cat type"),
        (PowerShellCommandKind.WriteFile, "set-content sc add-content ac out-file tee-object tee export-clixml"),
        (PowerShellCommandKind.Copy, "copy-item copy cp cpi move-item move mv mi rename-item ren rni new-item ni"),
        (PowerShellCommandKind.Unpack, "expand-archive tar 7z 7za unzip"),
        (PowerShellCommandKind.Digest, "get-filehash get-authenticodesignature"),
        (PowerShellCommandKind.JoinPath, "join-path"),
        (PowerShellCommandKind.SetVariable, "set-variable sv new-variable nv"),
        (PowerShellCommandKind.GetVariable, "get-variable gv"),
        (PowerShellCommandKind.Tell,
            "write-host write-verbose write-information write-debug write-warning write-error test-path remove-item rm del rd ri"),
    }.SelectMany(row => row.Names.Split(' ').Select(name => (row.Kind, Name: name)))
        .ToFrozenDictionary(row => row.Name, row => row.Kind, StringComparer.OrdinalIgnoreCase);

    public static PowerShellCommandKind KindOf(string program) => Kinds.GetValueOrDefault(program);

    /// <summary>The name without folder and <c>.exe</c>.</summary>
    public static string Plain(string program)
    {
        var name = FileName(program);
        return name.EndsWith(".exe", StringComparison.OrdinalIgnoreCase) ? name[..^4] : name;
    }

    public static string FileName(string path) => path[(path.LastIndexOfAny(['/', '\\']) + 1)..];
}
