namespace ClaudeCodeProxy.Providers;

/// <summary>What becomes of a last message that the assistant is to continue.</summary>
internal enum PrefillForm
{
    /// <summary>The server goes on with it by itself.</summary>
    AsIs,

    /// <summary>The model sees it as a response that it gave before.</summary>
    EarlierResponse,

    /// <summary><c>partial</c> on the message.</summary>
    Partial,

    /// <summary><c>prefix</c> on the message.</summary>
    Prefix,

    /// <summary><c>continue_final_message</c> in the request.</summary>
    ContinueFinalMessage,
}
