namespace ClaudeCodeProxy.Cli.Processes;

/// <summary>What the kernel says of a process in one line: <c>/proc/PID/stat</c> (proc(5)). The numbers are those of the manual.</summary>
internal sealed class ProcessFields
{
    private readonly string[] _fields;

    private ProcessFields(string[] fields) => _fields = fields;

    /// <summary>Field 3; a zombie does not count as running.</summary>
    public bool IsRunning => _fields[0] != "Z";

    /// <summary>Field 7: its controlling terminal. Without one from the moment at which the terminal is closed.</summary>
    public bool HasTerminal => _fields[4] != "0";

    /// <summary>Field 22, in clock ticks since the system's start.</summary>
    public string StartTime => _fields[19];

    /// <summary>Null when there is no such process.</summary>
    /// <param name="process">Its id, or <c>self</c>.</param>
    public static ProcessFields? Read(string process)
    {
        try
        {
            var line = File.ReadAllText($"/proc/{process}/stat");
            // After the name, which may hold anything.
            return new ProcessFields(line[(line.LastIndexOf(')') + 2)..].Split(' '));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
