using ContainerSecurity.Tools;

namespace Build.Tests.Tools;

/// <summary>Scripts of the real shell, run by the real runner.</summary>
internal static class ShellRun
{
    public static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    public static Task<ToolResult> Run(ToolCommand command) => new ToolRunner().RunAsync(command, CancellationToken.None);

    public static ToolCommand Shell(string script, params string[] arguments) =>
        new() { Executable = "sh", Arguments = ["-c", script, .. arguments], Timeout = Soon };
}
