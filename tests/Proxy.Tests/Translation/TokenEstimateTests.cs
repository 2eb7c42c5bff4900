using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ClaudeCodeProxy.Anthropic;
using ClaudeCodeProxy.Translation;
using ClaudeCodeProxy.Translation.Tokens;
using FsCheck.Xunit;

namespace Proxy.Tests.Translation;

public sealed class TokenEstimateTests
{
    // The numbers are o200k's for these very texts.
    private const string Prose = """
        The proxy listens on one port and takes the calls of a coding agent. It translates each of them for the provider that the user has chosen, and the answers back, while they come. Nothing of what it carries is written anywhere; when a provider fails, the agent is told so plainly and can try again.
        """;

    private const string Code = """
        internal static class Fibonacci
        {
            private static readonly Dictionary<int, long> KnownValues = new() { [0] = 0, [1] = 1 };

            public static long Compute(int position)
            {
                if (KnownValues.TryGetValue(position, out var value)) return value;
                return KnownValues[position] = Compute(position - 1) + Compute(position - 2);
            }
        }
        """;

    private const string Json = """
        {"type":"object","properties":{"file_path":{"type":"string","description":"The absolute path to the file to read"},"offset":{"type":"integer","minimum":0},"limit":{"type":"integer","exclusiveMinimum":0}},"required":["file_path"],"additionalProperties":false}
        """;

    private static readonly JsonSerializerOptions AsClientsDo = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Theory]
    [InlineData(Prose, 63)]
    [InlineData(Code, 85)]
    [InlineData(Json, 59)]
    public void Prose_code_and_json_are_estimated_within_15_percent(string text, int tokens)
    {
        var estimate = TokenEstimate.InputTokens(Request(text)) - TokenEstimate.InputTokens(Request(""));
        Assert.InRange(estimate, tokens * 0.85, tokens * 1.15);
    }

    [Fact]
    public void Tools_system_text_and_tool_results_count()
    {
        var request = MessagesRequest.Parse(Encoding.UTF8.GetBytes("""
            {"model":"m","max_tokens":1,"system":[{"type":"text","text":"alpha beta"}],"tools":[{"name":"gamma","description":"delta","input_schema":{"type":"object"}}],
             "messages":[{"role":"user","content":[{"type":"tool_result","tool_use_id":"a","content":[{"type":"text","text":"epsilon zeta eta"}]}]}]}
            """));
        Assert.InRange(TokenEstimate.InputTokens(request), 20, 40);
    }

    [Fact]
    public void A_picture_counts_as_a_picture_and_not_as_its_letters()
    {
        var data = new string('A', 4_000_000);
        var request = Encoding.UTF8.GetBytes($$$"""
            {"model":"m","max_tokens":1,"messages":[{"role":"user","content":[{"type":"image","source":{"type":"base64","media_type":"image/png","data":"{{{data}}}"}}]}]}
            """);
        Assert.InRange(TokenEstimate.InputTokens(MessagesRequest.Parse(request)), 1000, 2000);
    }

    [Property]
    public void What_is_counted_at_once_is_what_a_letter_by_letter_count_finds(string? text)
    {
        var bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat((text ?? "") + "aB9 ", 5)));
        var shape = default(TextShape);
        shape.Add(bytes);
        var kinds = bytes.Select(Kind).ToArray();
        var pairs = kinds.Prepend(' ').Zip(kinds).ToArray();
        Assert.Equal(pairs.Count(pair => pair.Second is 'a' or 'A' && pair.First is not ('a' or 'A')), shape.Words);
        Assert.Equal(pairs.Count(pair => pair is ('a', 'A')), shape.Humps);
        Assert.Equal(pairs.Count(pair => pair.Second == '9' && pair.First != '9'), shape.Numbers);
        Assert.Equal(kinds.Count(kind => kind == '9'), shape.Digits);
        Assert.Equal(kinds.Count(kind => kind == '.'), shape.Signs);
        Assert.Equal(pairs.Count(pair => pair.Second == '.' && pair.First != '.'), shape.SignRuns);
        Assert.Equal(kinds.Count(kind => kind == 'é'), shape.BytesBeyondAscii);
    }

    [Fact]
    public void A_long_text_is_estimated_from_a_part_of_it()
    {
        var shape = default(TextShape);
        var text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("several words, 12 numbers and camelCase; ", 500)));
        shape.Add(text);
        Assert.InRange(shape.Words, 5 * 500 * 0.95, 5 * 500 * 1.05);
    }

    private static MessagesRequest Request(string text) =>
        MessagesRequest.Parse(Encoding.UTF8.GetBytes($$"""{"model":"m","max_tokens":1,"messages":[{"role":"user","content":{{JsonSerializer.Serialize(text, AsClientsDo)}}}]}"""));

    private static char Kind(byte value) => value switch
    {
        >= (byte)'a' and <= (byte)'z' => 'a',
        >= (byte)'A' and <= (byte)'Z' => 'A',
        >= (byte)'0' and <= (byte)'9' => '9',
        <= (byte)' ' => ' ',
        >= 0x80 => 'é',
        _ => '.',
    };
}
