using System.Buffers;
using ClaudeCodeProxy.Anthropic;

namespace ClaudeCodeProxy.Translation;

/// <summary>Writes an OpenAI chat completion as an Anthropic message.</summary>
internal static class ResponseTranslator
{
    /// <summary>Throws <see cref="ApiErrorException"/> when the answer is an error, garbage, or cannot be given faithfully.</summary>
    public static void Translate(ReadOnlyMemory<byte> answer, AnswerContext context, IBufferWriter<byte> output) => throw new NotImplementedException();
}
