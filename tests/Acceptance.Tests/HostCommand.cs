using ContainerSecurity.Processes;

namespace Acceptance.Tests;

/// <summary>A program of this machine that must succeed.</summary>
internal static class HostCommand
{
    public static Task<ToolResult> RunAsync(string executable, params string[] arguments) => new ToolRunner().RunAsync(
        new ToolCommand { Executable = executable, Arguments = [.. arguments], Timeout = TimeSpan.FromMinutes(5) }, CancellationToken.None);
}
