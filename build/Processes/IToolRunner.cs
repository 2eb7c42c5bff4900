namespace ContainerSecurity.Processes;

/// <summary>The process boundary: the only way in which this program starts another.</summary>
internal interface IToolRunner
{
    /// <summary>Runs to the end and returns what was said. The process tree is killed on timeout and cancellation.</summary>
    /// <exception cref="ToolFailedException">Not found, timed out, too much output, or an exit code that is not accepted.</exception>
    Task<ToolResult> RunAsync(ToolCommand command, CancellationToken cancellation);
}
