namespace ContainerSecurity.Findings;

/// <summary>Bad input. The message says what is wrong, in which input, and what to do next; it is shown alone, and the exit code is 2.</summary>
public sealed class InputException : Exception
{
    public InputException(string message) : base(message) { }

    public InputException(string message, Exception cause) : base(message, cause) { }

    /// <summary>The line of the input, where the message names one; 1-based.</summary>
    public int? Line { get; init; }
}
