using ContainerSecurity.Formats.Dockerfiles.Words;

namespace ContainerSecurity.Formats.Dockerfiles.Stages;

/// <summary>An argument or the value of a flag, with its variables replaced.</summary>
/// <param name="Value">Null when it cannot be said; <see cref="Fault"/> tells why when no builder can.</param>
internal sealed record StepWord(string Written, string? Value, WordFault? Fault = null)
{
    public static StepWord AsWritten(string word) => new(word, word);
}
