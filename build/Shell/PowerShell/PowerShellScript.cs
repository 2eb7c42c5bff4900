using ContainerSecurity.Shell.Programs;

namespace ContainerSecurity.Shell.PowerShell;

/// <summary>Finds in PowerShell text what <see cref="FaultKind"/> names.</summary>
internal static class PowerShellScript
{
    /// <returns>With 1-based lines of the text.</returns>
    public static IEnumerable<CommandFault> FindFaults(string text) => PowerShellInstalls.Find(text)
        .Select(line => new CommandFault(FaultKind.RunUnseen, "what is fetched is fed to PowerShell", line));
}
