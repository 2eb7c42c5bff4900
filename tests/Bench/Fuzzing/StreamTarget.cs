using System.Text;
using ClaudeCodeProxy.Anthropic.Requests;
using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.Providers;
using ClaudeCodeProxy.Routing;
using ClaudeCodeProxy.Sse;
using ClaudeCodeProxy.Translation;
using ClaudeCodeProxy.Translation.Responses;

namespace Bench.Fuzzing;

/// <summary>An upstream's stream: whatever it holds, the events keep their grammar and end once, in reads of one size as of another.</summary>
internal sealed class StreamTarget(string name, Api api) : FuzzTarget
{
    /// <summary>Made when it is needed: instrumented code runs only inside the fuzzer.</summary>
    private readonly Lazy<ResponseContext> _context = new(() => NewContext(
        """{"model":"m","max_tokens":9,"stream":true,"stop_sequences":["END"],"messages":[{"role":"user","content":"x"}]}""", api));

    public override string Name => name;

    public override string? Traces => "upstream.sse";

    public static ResponseContext NewContext(string request, Api api)
    {
        var parsed = MessagesRequest.Parse(Encoding.UTF8.GetBytes(request));
        return ResponseContext.Create(parsed, new Route(Provider.OpenAI, parsed.Model, "model") { Api = api }, "msg_fuzz");
    }

    public override void Take(byte[] input)
    {
        var whole = Translate(input, Math.Max(1, input.Length));
        EventGrammar.Check(whole);
        if (Translate(input, 1 + Choose(input, 60)) != whole)
            throw new InvalidDataException("the stream comes out different in smaller reads");
    }

    private string Translate(byte[] input, int readSize)
    {
        using var output = new PooledBuffer();
        using var parser = new SseParser();
        using var translator = new StreamTranslator(_context.Value, output);
        foreach (var read in input.Chunk(readSize))
        {
            foreach (var data in parser.Read(read))
                translator.Next(data);
        }

        foreach (var data in parser.End())
            translator.Next(data);
        translator.Finish();
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
