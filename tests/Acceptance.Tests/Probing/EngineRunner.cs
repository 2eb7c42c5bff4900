using ContainerSecurity.Processes;

namespace Acceptance.Tests.Probing;

/// <summary>Runs programs as the suite does, with an engine of the tests' own.</summary>
internal sealed class EngineRunner(string address) : IToolRunner
{
    private readonly ToolRunner _runner = new();

    public Task<ToolResult> RunAsync(ToolCommand command, CancellationToken cancellation) =>
        _runner.RunAsync(command with { Environment = command.Environment.SetItem("DOCKER_HOST", address) }, cancellation);
}
