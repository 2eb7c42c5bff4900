using ContainerSecurity.Shell.Programs;

namespace ContainerSecurity.Shell.PowerShell;

/// <summary>A text of PowerShell; nothing of it is run.</summary>
internal static class PowerShellScript
{
    /// <summary>
    /// Where it runs what came from the network, in any form: <c>irm … | iex</c>, a variable, a block, a file that nobody compared.
    /// </summary>
    /// <returns>With 1-based lines of the text.</returns>
    public static List<CommandFault> FindFaults(string text) => FindFaults(text, new PowerShellMemory());

    /// <param name="memory">What scripts before it in the same place have left; takes up what this one leaves.</param>
    public static List<CommandFault> FindFaults(string text, PowerShellMemory memory) => Run(PowerShellReader.Read(text), memory);

    /// <summary>The same of a text of <c>cmd</c>.</summary>
    public static List<CommandFault> FindFaultsOfCommandPrompt(string text, PowerShellMemory memory) =>
        Run(CommandPromptReader.Read(text), memory);

    /// <summary>The same of a file that a command names, if the memory can open it.</summary>
    public static List<CommandFault> FindFaultsOfFile(string path, PowerShellMemory memory)
    {
        var before = memory.Faults.Count;
        memory.BeginScript();
        new PowerShellWalk(memory).Start(path);
        return memory.Faults.GetRange(before, memory.Faults.Count - before);
    }

    private static List<CommandFault> Run(PowerShellStatement[] statements, PowerShellMemory memory)
    {
        var before = memory.Faults.Count;
        memory.BeginScript();
        new PowerShellWalk(memory).Run(statements, PowerShellValue.None);
        return memory.Faults.GetRange(before, memory.Faults.Count - before);
    }

    /// <summary>The same of the words that another shell gives to <c>powershell</c> or <c>pwsh</c>.</summary>
    public static List<CommandFault> FindFaultsOfWords(IReadOnlyList<string> words, PowerShellMemory memory) =>
        PowerShellCommandLine.FindScript(words) is { } script ? FindFaults(script, memory) : [];
}
