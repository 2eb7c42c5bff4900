namespace ClaudeCodeProxy.OpenAI;

/// <summary>Names and limits of OpenAI's <c>/chat/completions</c>.</summary>
internal static class ChatCompletions
{
    /// <summary>Appended to the provider's base URL.</summary>
    public const string Path = "/chat/completions";

    /// <summary>A request with more is refused.</summary>
    public const int MaxStopSequences = 4;

    /// <summary>In letters; a request with a longer <c>user</c> is refused.</summary>
    public const int MaxUserLength = 64;
}
