using System.Buffers;
using ClaudeCodeProxy.Anthropic;

namespace ClaudeCodeProxy.Translation;

/// <summary>Writes an Anthropic request as the body of an OpenAI <c>/chat/completions</c> call.</summary>
internal static class RequestTranslator
{
    public static void Translate(MessagesRequest request, Route route, IBufferWriter<byte> output) => throw new NotImplementedException();
}
