namespace ClaudeCodeProxy.Providers;

/// <summary>The wire protocols that an upstream can be spoken to in.</summary>
internal enum Api
{
    /// <summary>OpenAI's <c>/chat/completions</c>.</summary>
    ChatCompletions,

    /// <summary>OpenAI's <c>/responses</c>.</summary>
    Responses,

    /// <summary>Anthropic's <c>/v1/messages</c>: nothing is translated.</summary>
    Messages,
}
