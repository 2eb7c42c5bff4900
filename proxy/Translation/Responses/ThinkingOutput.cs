using ClaudeCodeProxy.Anthropic.Requests;

namespace ClaudeCodeProxy.Translation.Responses;

/// <summary>What a client gets of the model's thinking.</summary>
internal enum ThinkingOutput
{
    /// <summary>Blocks with its words.</summary>
    Words,

    /// <summary>Blocks without words, whose signatures carry what the provider wants back.</summary>
    Signatures,

    /// <summary>Nothing: the client takes the first block for the text.</summary>
    None,
}

/// <summary>Finds what a client wants.</summary>
internal static class ThinkingOutputs
{
    /// <summary>Reports of progress, which no other provider gives, are left out like the words.</summary>
    public static ThinkingOutput Find(Thinking? thinking) => thinking switch
    {
        null or { Kind: not ThinkingKind.Disabled, Display: ThinkingDisplay.Summarized } => ThinkingOutput.Words,
        { Kind: ThinkingKind.Disabled } => ThinkingOutput.None,
        _ => ThinkingOutput.Signatures,
    };
}
