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
    public static PowerShellCommandKind KindOf(string program) =>
        Is("invoke-webrequest iwr invoke-restmethod irm curl wget", program) ? PowerShellCommandKind.Fetch
        : Is("start-bitstransfer certutil bitsadmin", program) ? PowerShellCommandKind.FetchToFile
        : Is("invoke-expression iex", program) ? PowerShellCommandKind.RunText
        : Is("invoke-command icm start-job sajb start-threadjob foreach-object foreach % where-object where ?", program)
            ? PowerShellCommandKind.RunBlock
        : Is("start-process start saps invoke-item ii", program) ? PowerShellCommandKind.Start
        : Is("powershell pwsh", program) ? PowerShellCommandKind.Shell
        : Is("cmd", program) ? PowerShellCommandKind.Prompt
        : Is(
            "msiexec wusa dism regsvr32 rundll32 mshta wscript cscript python python3 py node ruby perl php java bash sh wsl add-appxpackage"
            + " add-appxprovisionedpackage add-windowspackage import-module ipmo install-package pip npm choco vs_installer",
            program) ? PowerShellCommandKind.Install
        : Is("get-content gc cat type", program) ? PowerShellCommandKind.ReadFile
        : Is("set-content sc add-content ac out-file tee-object tee export-clixml", program) ? PowerShellCommandKind.WriteFile
        : Is("copy-item copy cp cpi move-item move mv mi rename-item ren rni new-item ni", program) ? PowerShellCommandKind.Copy
        : Is("expand-archive tar 7z 7za unzip", program) ? PowerShellCommandKind.Unpack
        : Is("get-filehash get-authenticodesignature", program) ? PowerShellCommandKind.Digest
        : Is("join-path", program) ? PowerShellCommandKind.JoinPath
        : Is("set-variable sv new-variable nv", program) ? PowerShellCommandKind.SetVariable
        : Is("get-variable gv", program) ? PowerShellCommandKind.GetVariable
        : Is("write-host write-verbose write-information write-debug write-warning write-error test-path remove-item rm del rd ri", program)
            ? PowerShellCommandKind.Tell
        : PowerShellCommandKind.Other;

    /// <summary>Whether a program is one of these, separated by blanks.</summary>
    private static bool Is(string names, string program)
    {
        var rest = names.AsSpan();
        while (rest.Length >= program.Length)
        {
            var end = rest.IndexOf(' ') is >= 0 and var blank ? blank : rest.Length;
            if (rest[..end].Equals(program, StringComparison.OrdinalIgnoreCase))
                return true;
            rest = rest[Math.Min(end + 1, rest.Length)..];
            if (rest.IsEmpty)
                break;
        }

        return false;
    }

    /// <summary>The name without folder and <c>.exe</c>.</summary>
    public static string Plain(string program)
    {
        var name = FileName(program);
        return name.EndsWith(".exe", StringComparison.OrdinalIgnoreCase) ? name[..^4] : name;
    }

    public static string FileName(string path) => path[(path.AsSpan().LastIndexOfAny('/', '\\') + 1)..];
}
