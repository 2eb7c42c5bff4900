namespace ClaudeCodeProxy.Providers;

/// <summary>On which of its earlier messages a model must see its reasoning again, as <c>reasoning_content</c>.</summary>
internal enum ReasoningReplay
{
    /// <summary>On none.</summary>
    Never,

    /// <summary>Where there was any.</summary>
    WhereThought,

    /// <summary>The same, and beside tool calls a blank one where there was none.</summary>
    BesideCalls,

    /// <summary>On every message, a blank one where there was none.</summary>
    Everywhere,
}
