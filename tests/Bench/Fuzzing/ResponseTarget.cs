using System.Text.Json;
using ClaudeCodeProxy.Anthropic.Errors;
using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.Providers;
using ClaudeCodeProxy.Translation;
using ClaudeCodeProxy.Translation.Errors;
using ClaudeCodeProxy.Translation.Responses;

namespace Bench.Fuzzing;

/// <summary>An upstream's whole answer: an error of the API, or one message whose calls all have an object as input.</summary>
internal sealed class ResponseTarget(string name, Api api) : FuzzTarget
{
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 256 };
    /// <summary>Made when it is needed: instrumented code runs only inside the fuzzer.</summary>
    private readonly Lazy<ResponseContext> _context = new(() => StreamTarget.NewContext(
        """{"model":"m","max_tokens":9,"messages":[{"role":"user","content":"x"}]}""", api));

    public override string Name => name;

    public override string? Traces => "upstream.json";

    public override void Take(byte[] input)
    {
        UpstreamErrorTranslator.Translate(400, input);
        try
        {
            using var output = new PooledBuffer();
            using var translator = new ResponseTranslator(_context.Value, output);
            translator.Take(input);
            translator.Conclude();
            using var message = JsonDocument.Parse(output.WrittenMemory, Deep);
            foreach (var block in message.RootElement.GetProperty("content").EnumerateArray())
            {
                if (block.GetProperty("type").GetString() == "tool_use" && block.GetProperty("input").ValueKind != JsonValueKind.Object)
                    throw new InvalidDataException($"a call without an object: {block}");
            }
        }
        catch (ApiErrorException)
        {
            // The client is told what is wrong.
        }
    }
}
