namespace ContainerSecurity.Processes;

/// <summary>Runs external programs; the only place where this program starts another.</summary>
internal interface IToolRunner
{
    /// <summary>Runs a program to its end and returns its output. The process tree is killed on timeout and cancellation.</summary>
    /// <exception cref="ToolFailedException">Not found, timed out, too much output, or an exit code that is not accepted.</exception>
    Task<ToolResult> RunAsync(ToolCommand command, CancellationToken cancellation);
}
