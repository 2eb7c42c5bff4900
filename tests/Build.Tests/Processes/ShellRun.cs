using ContainerSecurity.Processes;

namespace Build.Tests.Processes;

/// <summary>Scripts of the real shell, run by the real runner.</summary>
internal static class ShellRun
{
    public static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    public static Task<ToolResult> Run(ToolCommand command) => new ToolRunner().RunAsync(command, CancellationToken.None);

    public static ToolCommand Script(string script, params string[] arguments) =>
        new() { Executable = "sh", Arguments = ["-c", script, .. arguments], Timeout = Soon };
}
