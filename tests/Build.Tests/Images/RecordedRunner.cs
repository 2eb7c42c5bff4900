using ContainerSecurity.Processes;

namespace Build.Tests.Images;

/// <summary>Stands in for programs: answers with what they were recorded to say, and keeps what they were asked.</summary>
internal sealed class RecordedRunner(Func<ToolCommand, string> answer) : IToolRunner
{
    public List<ToolCommand> Commands { get; } = [];

    public Task<ToolResult> RunAsync(ToolCommand command, CancellationToken cancellation)
    {
        Commands.Add(command);
        return Task.FromResult(new ToolResult(0, answer(command), "", TimeSpan.Zero));
    }
}
