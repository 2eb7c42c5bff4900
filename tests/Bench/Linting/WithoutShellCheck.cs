using ContainerSecurity.Processes;
using ContainerSecurity.Tools.ShellCheck;

namespace Bench.Linting;

/// <summary>Runs programs, but no ShellCheck.</summary>
/// <param name="isInstalled">Whether it is said to be there: then it must not be started, since the cache knows all its answers.</param>
internal sealed class WithoutShellCheck(IToolRunner runner, bool isInstalled) : IToolRunner
{
    public Task<ToolResult> RunAsync(ToolCommand command, CancellationToken cancellation) => command.Executable != ShellCheckCommand.Executable
        ? runner.RunAsync(command, cancellation)
        : throw (isInstalled
            ? new InvalidDataException("ShellCheck was started although the cache is warm")
            : new ToolNotFoundException(ShellCheckCommand.Executable));
}
