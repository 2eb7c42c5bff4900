namespace ClaudeCodeProxy.Safeguards.Harmless.Programs;

/// <summary>What the operands of a program are.</summary>
internal enum Takes
{
    Nothing,

    /// <summary>Texts, which name nothing.</summary>
    Texts,

    /// <summary>Files, of which only names, sizes and digests are shown.</summary>
    Names,

    /// <summary>Files whose content is shown.</summary>
    Files,

    /// <summary>A pattern, then <see cref="Files"/>.</summary>
    PatternAndFiles,
}
