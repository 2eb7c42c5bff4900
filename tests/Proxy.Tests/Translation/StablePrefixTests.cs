using System.Text;
using System.Text.Json;
using ClaudeCodeProxy.Anthropic.Conversations;
using ClaudeCodeProxy.Anthropic.Requests;
using ClaudeCodeProxy.Providers;
using ClaudeCodeProxy.Routing;

namespace Proxy.Tests.Translation;

/// <summary>
/// Providers find a cached prompt by its beginning: what a turn sent upstream stands unchanged at the beginning of what the next one sends, and tools
/// that came later come last.
/// </summary>
public sealed class StablePrefixTests
{
    private const int Conversations = 60;
    private const int Turns = 8;

    private static readonly Route[] Routes =
    [
        new(Provider.OpenAI, "m", "gpt-4.1"),
        new(Provider.OpenAI, "m", "gpt-5.4") { Api = Api.Responses },
        new(Provider.Azure, "m", "gpt-5.4") { Api = Api.Responses },
        new(Provider.OpenRouter, "m", "google/gemini-3.1-pro-preview"),
        new(Provider.DeepSeek, "m", "deepseek-v4-pro"),
        new(Provider.Moonshot, "m", "kimi-k2.6"),
        new(Provider.Gemini, "m", "gemini-3-pro"),
        new(Provider.Mistral, "m", "devstral-small"),
        new(Provider.Ollama, "m", "qwen3"),
        new(Provider.LmStudio, "m", "qwen3"),
        new(Provider.VLlm, "m", "zai-org/GLM-5"),
        new(Provider.Unknown, "m", "some-model"),
    ];

    public static TheoryData<int> Places => [.. Enumerable.Range(0, Routes.Length)];

    [Theory]
    [MemberData(nameof(Places))]
    public void A_turn_stands_at_the_beginning_of_the_next_one(int place)
    {
        for (var seed = 0; seed < Conversations; seed++)
        {
            var before = ("", "");
            foreach (var request in Grow(new Random(seed)))
            {
                var (messages, tools) = Sent(request, Routes[place]);
                Assert.StartsWith(before.Item1, messages, StringComparison.Ordinal);
                Assert.StartsWith(before.Item2, tools, StringComparison.Ordinal);
                before = (messages, tools);
            }
        }
    }

    /// <summary>The arrays without their last bracket.</summary>
    private static (string Messages, string Tools) Sent(string request, Route route)
    {
        var resolved = Conversation.Resolve(MessagesRequest.Parse(Encoding.UTF8.GetBytes(request)));
        using var sent = JsonDocument.Parse(Checked.Request(resolved, route));
        var messages = sent.RootElement.GetProperty(route.Api == Api.Responses ? "input" : "messages").GetRawText();
        return (messages[..^1], sent.RootElement.GetProperty("tools").GetRawText()[..^1]);
    }

    /// <summary>The requests of a conversation, each a turn longer than the one before.</summary>
    private static IEnumerable<string> Grow(Random random)
    {
        var messages = new List<string> { """{"role":"user","content":[{"type":"text","text":"Begin."}]}""" };
        if (random.Next(2) == 0)
            messages.Add("""{"role":"system","content":"Answer in French."}""");
        for (var turn = 0; turn < Turns; turn++)
        {
            yield return $$"""
                {"model":"m","max_tokens":100,"thinking":{"type":"adaptive"},"system":[{"type":"text","text":"You help."}],
                "tools":[{{Tool("Bash")}},{{string.Join(',', Enumerable.Range(0, Turns).Select(number => Tool($"Found{number}", isDeferred: true)))}},{{Tool("Write")}}],
                "messages":[{{string.Join(',', messages)}}]}
                """;
            messages.AddRange(Turn(random, turn));
        }
    }

    private static IEnumerable<string> Turn(Random random, int turn)
    {
        var calls = Enumerable.Range(0, random.Next(3)).Select(number => $"toolu_{turn}_{number}").ToList();
        List<string> said = [];
        if (random.Next(2) == 0)
            said.Add($$"""{"type":"thinking","thinking":"thought {{turn}}","signature":"{{Signature(random)}}"}""");
        if (calls.Count == 0 || random.Next(2) == 0)
            said.Add($$"""{"type":"text","text":"answer {{turn}}"}""");
        said.AddRange(calls.Select(id => $$"""{"type":"tool_use","id":"{{id}}","name":"Bash","input":{"n":{{turn}} } }"""));
        yield return $$"""{"role":"assistant","content":[{{string.Join(',', said)}}]}""";
        var heard = calls.Select(id => $$"""{"type":"tool_result","tool_use_id":"{{id}}","content":{{Result(random, turn)}}}""").ToList();
        if (calls.Count == 0 || random.Next(2) == 0)
            heard.Add($$"""{"type":"text","text":"question {{turn}}"}""");
        yield return $$"""{"role":"user","content":[{{string.Join(',', heard)}}]}""";
        if (random.Next(4) == 0)
            yield return $$"""{"role":"system","content":[{{Addition(turn)}},{"type":"text","text":"reminder {{turn}}"}]}""";
    }

    private static string Signature(Random random) => random.Next(3) switch
    {
        0 => "",
        1 => "EqoBCkgIARAB",
        _ => "claude-code-proxy:reasoning:gpt-5.4:rs_1:c2VhbGVk",
    };

    private static string Result(Random random, int turn) => random.Next(4) switch
    {
        0 => $$"""[{"type":"tool_reference","tool_name":"Found{{turn}}"}]""",
        1 => """[{"type":"image","source":{"type":"base64","media_type":"image/png","data":"aGk="}}]""",
        _ => $"\"result {turn}\"",
    };

    private static string Addition(int turn)
    {
        var definition = Tool($"Added{turn}");
        return $$$"""{"type":"tool_addition","tool":{"type":"tool_definition","definition":{{{definition}}}}}""";
    }

    private static string Tool(string name, bool isDeferred = false) =>
        $$$"""{"name":"{{{name}}}","input_schema":{"type":"object","properties":{}}{{{(isDeferred ? ",\"defer_loading\":true" : "")}}}}""";
}
