namespace ContainerSecurity.Processes;

/// <summary>A program failed: which one, how it ended, its last output. Never the same as "no findings".</summary>
internal class ToolFailedException : Exception
{
    public ToolFailedException(string message) : base(message) { }

    public ToolFailedException(string message, Exception cause) : base(message, cause) { }
}
