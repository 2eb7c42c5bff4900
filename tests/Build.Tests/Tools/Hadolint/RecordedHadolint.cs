using ContainerSecurity.Processes;

namespace Build.Tests.Tools.Hadolint;

/// <summary>Answers as Hadolint 2.15.1 did: its version, and one recorded run.</summary>
internal sealed class RecordedHadolint(int exitCode, string output, string errorOutput = "") : IToolRunner
{
    public string Version { get; init; } = "Haskell Dockerfile Linter 2.15.1\n";

    /// <summary>What was started to lint.</summary>
    public ToolCommand? Command { get; private set; }

    /// <summary>The configuration that it was given.</summary>
    public string? Configuration { get; private set; }

    public Task<ToolResult> RunAsync(ToolCommand command, CancellationToken cancellation)
    {
        if (command.Arguments is ["--version"])
            return Task.FromResult(new ToolResult(0, Version, "", TimeSpan.Zero));
        Command = command;
        Configuration = File.ReadAllText(command.Arguments[command.Arguments.IndexOf("--config") + 1]);
        return Task.FromResult(new ToolResult(exitCode, output, errorOutput, TimeSpan.Zero));
    }
}
