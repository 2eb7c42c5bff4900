using ContainerSecurity.Shell.Programs;

namespace ContainerSecurity.Shell.PowerShell;

/// <summary>The walk into the script files that commands name.</summary>
internal sealed partial class PowerShellWalk
{
    private const string OwnFolder = "PSScriptRoot";

    private static readonly string[] Scripts = [".ps1", ".psm1", ".cmd", ".bat"];

    /// <summary>The file of the repository whose text this is; null for the script itself.</summary>
    private string? _file;

    private void Tell(FaultKind kind, string message) => memory.Tell(kind, message, _line, _file);

    private void Follow(string name)
    {
        if (_calls >= DeepestCall || !Array.Exists(Scripts, end => name.EndsWith(end, StringComparison.OrdinalIgnoreCase))
            || memory.Open?.Invoke(name) is not { } file)
        {
            return;
        }

        if (file.Unread is { } why)
        {
            Tell(FaultKind.RunUnread, $"{file.Path} is run here, and what it does is not known: {why}");
            return;
        }

        var isPrompt = name[^1] is 'd' or 'D' or 't' or 'T';
        var folder = memory[OwnFolder];
        memory[OwnFolder] = PowerShellValue.Of(name[..Math.Max(name.LastIndexOfAny(['/', '\\']), 0)] is { Length: > 0 } above ? above : ".");
        new PowerShellWalk(memory) { _calls = _calls + 1, _file = file.Path ?? _file, _origin = file.Path is null ? Math.Max(_line, 1) : 0 }
            .Run(isPrompt ? CommandPromptReader.Read(file.Text) : PowerShellReader.Read(file.Text), PowerShellValue.None);
        memory[OwnFolder] = folder;
    }

    private PowerShellValue In(string? file, Func<PowerShellValue> walk)
    {
        var before = _file;
        _file = file;
        var result = walk();
        _file = before;
        return result;
    }
}
