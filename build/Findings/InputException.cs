namespace ContainerSecurity.Findings;

/// <summary>
/// Invalid input. The message says what is wrong, in which input, and what to do; it is shown without a stack trace, and the exit code is 2.
/// </summary>
public sealed class InputException : Exception
{
    public InputException(string message) : base(message) { }

    public InputException(string message, Exception? cause) : base(message, cause) { }

    /// <summary>The line of the input, where the message names one; 1-based.</summary>
    public int? Line { get; init; }

    /// <summary>Bad input in a line, which the message begins with: <c>file:line: what</c>.</summary>
    public static InputException At(string file, int line, string what, Exception? cause = null) =>
        new($"{file}:{line}: {what}", cause) { Line = line };
}
