using ClaudeCodeProxy.Providers;
using static Proxy.Tests.Translation.Example;

namespace Proxy.Tests.Translation.Requests;

/// <summary>Instructions that come after the conversation has begun, for providers whose models may refuse them there.</summary>
public sealed class InstructionsTests
{
    private const string Question = """{"role":"user","content":"a"}""";
    private const string Mind = """{"role":"system","content":"mind"}""";
    private const string Reply = """{"role":"assistant","content":"b"}""";
    private const string Call = """{"role":"assistant","content":[{"type":"tool_use","id":"c","name":"Read","input":{}}]}""";
    private const string Result = """{"role":"user","content":[{"type":"tool_result","tool_use_id":"c","content":"ok"}]}""";
    private const string Reminder = """<system-reminder>\nmind\n</system-reminder>""";
    private const string UpstreamCall =
        """{"role":"assistant","content":null,"tool_calls":[{"id":"c","type":"function","function":{"name":"Read","arguments":"{}"}}]}""";
    private const string UpstreamResult = """{"role":"tool","tool_call_id":"c","content":"ok"}""";

    [Theory]
    [InlineData($"{Question},{Mind},{Reply}", $$"""{"role":"user","content":"a\n{{Reminder}}"},{{Reply}}""")]
    [InlineData($"{Question},{Reply},{Mind}", $$"""{{Question}},{{Reply}},{"role":"user","content":"{{Reminder}}"}""")]
    [InlineData($"{Question},{Reply},{Mind},{Question}", $$"""{{Question}},{{Reply}},{"role":"user","content":"{{Reminder}}\na"}""")]
    [InlineData($"{Question},{Mind},{Question}", $$"""{"role":"user","content":"a\n{{Reminder}}\na"}""")]
    [InlineData($"{Question},{Mind},{Mind}", $$"""{"role":"user","content":"a\n{{Reminder}}\n{{Reminder}}"}""")]
    [InlineData($"{Question},{Question}", $"{Question},{Question}")]
    public void They_become_a_part_of_what_the_user_says_there(string messages, string upstream) =>
        Assert.Equal(upstream, SentMessages(messages, Ollama));

    [Theory]
    [InlineData($"{Call},{Mind},{Result}")]
    [InlineData($"{Call},{Result},{Mind}")]
    public void They_follow_the_answers_of_a_call(string messages) =>
        Assert.Equal($$"""{{UpstreamCall}},{{UpstreamResult}},{"role":"user","content":"{{Reminder}}"}""", SentMessages(messages, Ollama));

    [Fact]
    public void They_are_not_the_user_who_leaves_a_call_without_its_answer() =>
        Assert.Equal($$"""{{UpstreamCall}},{{UpstreamResult}},{"role":"user","content":"{{Reminder}}"},{{Reply}}""",
            SentMessages($"{Call},{Mind},{Reply},{Result}", Ollama));

    [Theory]
    [InlineData($"{Mind},{Question}", "")]
    [InlineData($"{Mind},{Question}", "first")]
    public void Those_before_the_conversation_join_the_first_message(string messages, string system)
    {
        var upstream = UpstreamBody($$"""{"model":"m","max_tokens":1,"system":"{{system}}","messages":[{{messages}}]}""", Ollama);
        var content = system.Length > 0 ? $"{system}\\nmind" : "mind";
        Assert.Contains($$"""[{"role":"system","content":"{{content}}"},{{Question}}]""", upstream, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_one_leaves_nothing() => Assert.Equal(Question, SentMessages($$"""{{Question}},{"role":"system","content":""}""", Ollama));

    [Fact]
    public void Pictures_beside_them_stay_pictures()
    {
        const string Picture = """{"role":"user","content":[{"type":"image","source":{"type":"url","url":"https://example.org/a.png"}}]}""";
        Assert.Equal(
            $$$"""{"role":"user","content":[{"type":"image_url","image_url":{"url":"https://example.org/a.png"}},{"type":"text","text":"{{{Reminder}}}"}]}""",
            SentMessages($"{Picture},{Mind}", Ollama));
    }

    [Theory]
    [InlineData(nameof(Provider.OpenAI), true)]
    [InlineData(nameof(Provider.Azure), true)]
    [InlineData(nameof(Provider.OpenRouter), false)]
    [InlineData(nameof(Provider.Gemini), false)]
    [InlineData(nameof(Provider.DeepSeek), false)]
    [InlineData(nameof(Provider.Unknown), false)]
    public void Providers_whose_models_take_them_get_them_as_they_are(string provider, bool takes)
    {
        var upstream = SentMessages($"{Question},{Mind}", OpenAI with { Provider = Enum.Parse<Provider>(provider) });
        Assert.Equal(takes, upstream.Contains(Mind, StringComparison.Ordinal));
    }
}
