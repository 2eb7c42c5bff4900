namespace ContainerSecurity.Formats.Dockerfiles.Words;

/// <summary>Why a word cannot be expanded.</summary>
internal abstract record WordFault
{
    /// <summary>A quote, or a part of a substitution, has no end.</summary>
    /// <param name="Missing">What would end it.</param>
    internal sealed record Unclosed(char Missing) : WordFault;

    /// <summary>A form of <c>${…}</c> that Dockerfiles do not have.</summary>
    internal sealed record UnknownSubstitution : WordFault;

    /// <summary><c>${name:?message}</c> of a variable without a value.</summary>
    internal sealed record Unset(string Name, string Message) : WordFault;
}
