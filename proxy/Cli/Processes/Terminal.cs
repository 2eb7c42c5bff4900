namespace ClaudeCodeProxy.Cli.Processes;

/// <summary>The terminal that the process was started from (its controlling terminal, tty(4)).</summary>
internal static class Terminal
{
    /// <summary>False where there never was one, and from the moment at which it is closed.</summary>
    public static bool IsThere
    {
        get
        {
            try
            {
                using var terminal = File.OpenHandle("/dev/tty");
                return true;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return false;
            }
        }
    }
}
