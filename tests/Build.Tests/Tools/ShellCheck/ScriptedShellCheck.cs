using ContainerSecurity.Processes;

namespace Build.Tests.Tools.ShellCheck;

/// <summary>Answers as ShellCheck 0.9.0 did: its version, and one recorded report.</summary>
internal sealed class ScriptedShellCheck(string output, int exitCode = 1) : IToolRunner
{
    public string Version { get; init; } =
        "ShellCheck - shell script analysis tool\nversion: 0.9.0\nlicense: GNU General Public License, version 3\nwebsite: "
        + "https://www.shellcheck.net\n";

    public List<ToolCommand> Runs { get; } = [];

    public Task<ToolResult> RunAsync(ToolCommand command, CancellationToken cancellation)
    {
        Assert.Equal("shellcheck", command.Executable);
        if (command.Arguments is ["--version"])
            return Task.FromResult(new ToolResult(0, Version, "", TimeSpan.Zero));
        lock (Runs)
            Runs.Add(command);
        return Task.FromResult(new ToolResult(exitCode, output, "", TimeSpan.Zero));
    }
}
