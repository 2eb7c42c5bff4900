using System.Diagnostics.CodeAnalysis;

namespace ContainerSecurity.Shell;

/// <summary>Parts that a small program can leave out: a trimmed one then holds none of their code.</summary>
internal static class ShellFeatures
{
    /// <summary>The text that <c>pwsh</c> is given is read as PowerShell; true unless the program's build says otherwise.</summary>
    [FeatureSwitchDefinition("ContainerSecurity.Shell.ReadsPowerShell")]
    public static bool ReadsPowerShell { get; } = !AppContext.TryGetSwitch("ContainerSecurity.Shell.ReadsPowerShell", out var isOn) || isOn;
}
