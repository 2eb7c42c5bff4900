using System.Text;
using System.Text.Json;
using ClaudeCodeProxy.Anthropic.Errors;
using ClaudeCodeProxy.Anthropic.Requests;
using ClaudeCodeProxy.Sse;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Proxy.Tests.Translation;

/// <summary>Whatever bytes come in, from clients or upstreams: they are refused or translated, and nothing else ever happens.</summary>
public sealed class ByteSoupTests
{
    private static readonly string[] RequestWords =
    [
        "{\"model\":\"m\",\"max_tokens\":1,\"messages\":[", "{\"role\":\"user\",\"content\":", "{\"role\":\"assistant\",\"content\":[", "\"x\"}",
            "]}", "}", "]", ",",
        "{\"type\":\"text\",\"text\":\"t\"}", "{\"type\":\"tool_use\",\"id\":\"a\",\"name\":\"R\",\"input\":{}}",
            "{\"type\":\"tool_result\",\"tool_use_id\":\"a\"}", "[", "null", "1", "\"", "\\", "\\ud800", "é",
    ];

    private static readonly string[] StreamWords =
    [
        "data: ", "data:", "data", "event: x", ": c", "\n", "\r", "\r\n", "\n\n", "[DONE]", "{\"choices\":[{\"index\":0,\"delta\":",
            "{\"content\":\"x\"}", "{\"reasoning\":\"r\"}",
        "{\"tool_calls\":[{\"index\":0,\"id\":\"a\",\"function\":{\"name\":\"R\",\"arguments\":\"{\"}}]}",
            "{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\"}\"}}]}", "}]}", ",\"finish_reason\":\"stop\"",
        "data: {\"choices\":[{\"delta\":{\"tool_calls\":[{\"index\":0,\"id\":\"a\",\"function\":{\"name\":\"R\",\"arguments\":\"{\"}}]}}]}\n\n",
            "data: {\"choices\":[{\"delta\":{\"content\":\"x\"}}]}\n\n",
        "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n",
            "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"length\"}]}\n\n", ",\"finish_reason\":\"length\"", "{\"error\":{}}", "\uFEFF",
                "\u00e9", "null", "{}",
    ];

    [Property(MaxTest = 3000)]
    public Property Any_body_of_a_client_is_parsed_or_refused() => Prop.ForAll(Soup(RequestWords).ToArbitrary(), bytes =>
    {
        try
        {
            Checked.Request(MessagesRequest.Parse(bytes), Example.OpenAI);
        }
        catch (ApiErrorException e)
        {
            Assert.InRange(e.Error.Status, 400, 499);
        }
    });

    [Property(MaxTest = 3000)]
    public Property Any_stream_of_an_upstream_ends_with_one_message_stop_or_one_error() =>
        Prop.ForAll(Soup(StreamWords).ToArbitrary(), Gen.Choose(1, 80).ToArbitrary(), (bytes, readSize) =>
    {
        using var stream = new CheckedStream(Example.Context());
        using var parser = new SseParser();
        foreach (var read in bytes.Chunk(readSize))
        {
            foreach (var data in parser.Read(read))
                stream.Next(data);
        }

        foreach (var data in parser.End())
            stream.Next(data);
        stream.Finish();
        var answer = stream.Answer;
        Assert.True(answer.IsComplete ^ answer.Error is not null);
        var last = stream.Text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries)[^1];
        Assert.StartsWith(answer.IsComplete ? "event: message_stop" : "event: error", last, StringComparison.Ordinal);
    });

    [Property(MaxTest = 500)]
    public Property A_schema_keeps_the_clients_bytes_and_order() =>
        Prop.ForAll(Schemas(3).ToArbitrary(), Gen.Elements(Example.OpenAI, Example.Ollama).ToArbitrary(), (schema, route) =>
    {
        var request =
            $$"""{"model":"m","max_tokens":1,"messages":[{"role":"user","content":"x"}],"tools":[{"name":"T","input_schema":{{schema}}}]}""";
        var upstream = Example.UpstreamBody(request, route);
        using var parsed = JsonDocument.Parse(upstream);
        Assert.Equal(schema, parsed.RootElement.GetProperty("tools")[0].GetProperty("function").GetProperty("parameters").GetRawText());
    });

    /// <summary>Words of the protocol, any bytes, and both in any order.</summary>
    private static Gen<byte[]> Soup(string[] words)
    {
        var word = Gen.Elements(words).Select(Encoding.UTF8.GetBytes);
        var noise = ArbMap.Default.GeneratorFor<byte[]>();
        return Gen.Frequency((12, word), (1, noise)).ListOf().Select(pieces => pieces.SelectMany(piece => piece).ToArray());
    }

    private static Gen<string> Schemas(int depth)
    {
        var leaf = Gen.Elements("{\"type\":\"string\"}", "{ \"type\" : \"integer\", \"minimum\":0 }", "{\"enum\":[\"b\",\"a\"],\"type\":\"string\"}",
            "{\"description\":\"\\u00e9\\n\",\"type\":\"boolean\"}");
        if (depth == 0)
            return leaf;
        var property = Gen.Elements("z", "a", "M", "file_path").Zip(Gen.Frequency((2, leaf), (1, Schemas(depth - 1))));
        return property.ListOf().Select(properties =>
        {
            var members = properties.DistinctBy(pair => pair.Item1).Select(pair => $"\"{pair.Item1}\":{pair.Item2}");
            return $"{{\"type\":\"object\",\"properties\":{{{string.Join(',', members)}}},\"required\":[]}}";
        });
    }
}
