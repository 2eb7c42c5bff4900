using ClaudeCodeProxy.Anthropic.Requests;
using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.Providers;

namespace ClaudeCodeProxy.Translation.Content;

/// <summary>What of a tool's result can be said in text; pictures and files are named as following.</summary>
internal static class ToolResultText
{
    /// <summary>For a call that the client gave no result of: providers refuse a call without one.</summary>
    public static ReadOnlySpan<byte> None => "[no result: the call was not carried out]"u8;

    public static void Write(ref JsonWriter json, ToolResultBlock result, Dialect dialect)
    {
        if (result.IsError)
            json.Raw("Error: "u8);
        var any = false;
        foreach (var block in FlatContent.Flatten(result.Content))
        {
            if (!BlockText.Exists(block))
                continue;
            if (any)
                json.Raw("\\n"u8);
            any = true;
            if (!MediaPart.Exists(block, dialect))
                BlockText.Write(ref json, block);
            else
                json.Raw(block is ImageBlock ? "[image: see the user's next message]"u8 : "[document: see the user's next message]"u8);
        }
    }
}
