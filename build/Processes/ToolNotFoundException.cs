namespace ContainerSecurity.Processes;

/// <summary>The program is not on this machine, so nothing was run; a gate may be incomplete instead of failing with an error.</summary>
internal sealed class ToolNotFoundException(string executable)
    : ToolFailedException($"'{executable}' was not found{Where(executable)}. Install it, or choose an engine that does not need it.")
{
    private static string Where(string executable) => Path.IsPathRooted(executable) ? " or may not be executed" : " in any folder of PATH";
}
