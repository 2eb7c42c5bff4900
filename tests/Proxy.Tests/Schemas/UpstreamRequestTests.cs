namespace Proxy.Tests.Schemas;

public sealed class UpstreamRequestTests
{
    private const string User = """{"role":"user","content":"x"}""";
    private const string Call =
        """{"role":"assistant","content":"","tool_calls":[{"id":"a","type":"function","function":{"name":"n","arguments":"{}"}},{"id":"b","type":"function","function":{"name":"n","arguments":"{}"}}]}""";
    private const string AnswerA = """{"role":"tool","tool_call_id":"a","content":"x"}""";
    private const string AnswerB = """{"role":"tool","tool_call_id":"b","content":"x"}""";
    private const string Thought = """{"role":"assistant","content":"x","reasoning_content":"y"}""";
    private const string Tools = ""","tools":[{"type":"function","function":{"name":"n","parameters":{}}}]""";

    [Theory]
    [InlineData(User)]
    [InlineData($"{User},{Call},{AnswerB},{AnswerA},{User}")]
    public void Messages_in_order_pass(string messages) => Check($$"""{"model":"m","messages":[{{messages}}]}""");

    [Theory]
    [InlineData("", "there is a message")]
    [InlineData($"{User},{AnswerA}", "answers a call")]
    [InlineData($"{Call},{AnswerA},{AnswerA}", "answers a call")]
    [InlineData($"{Call},{AnswerA}", "every call is answered")]
    [InlineData($"{Call},{AnswerA},{User},{AnswerB}", "every call is answered directly")]
    [InlineData("""{"role":"assistant","content":null}""", "has content or calls")]
    [InlineData("""{"role":"assistant","content":"","tool_calls":[{"id":"a","type":"function","function":{"name":"n","arguments":""}}]}""",
        "one JSON object")]
    [InlineData("""{"role":"assistant","content":"","tool_calls":[{"id":"a","type":"function","function":{"name":"n.n","arguments":"{}"}}]}""",
        "letters")]
    [InlineData("""{"role":"assistant","content":"","tool_calls":[{"id":"","type":"function","function":{"name":"n","arguments":"{}"}}]}""",
        "ids of their own")]
    public void Messages_that_openai_would_refuse_are_refused(string messages, string rule) =>
        Refuses($$"""{"model":"m","messages":[{{messages}}]}""", rule);

    [Theory]
    [InlineData(",\"tool_choice\":\"auto\"", "there is no tool_choice")]
    [InlineData(",\"parallel_tool_calls\":false", "there is no parallel_tool_calls")]
    [InlineData(",\"tools\":[]", "at least one")]
    [InlineData(Tools + ",\"tool_choice\":{\"type\":\"function\",\"function\":{\"name\":\"o\"}}", "on offer")]
    [InlineData(",\"stop\":[\"1\",\"2\",\"3\",\"4\",\"5\"]", "4 sequences")]
    [InlineData(",\"max_tokens\":1,\"max_completion_tokens\":1", "one limit")]
    [InlineData(",\"stream\":false,\"stream_options\":{\"include_usage\":true}", "with a stream")]
    public void Options_that_openai_would_refuse_are_refused(string options, string rule) =>
        Refuses($$"""{"model":"m","messages":[{{User}}]{{options}}}""", rule);

    [Fact]
    public void A_user_id_over_64_letters_is_refused() =>
        Refuses($$"""{"model":"m","messages":[{{User}}],"user":"{{new string('u', 65)}}"}""", "64 letters");

    [Fact]
    public void Two_tools_of_one_name_are_refused() =>
        Refuses(
            $$$"""{"model":"m","messages":[{{{User}}}],"tools":[{"type":"function","function":{"name":"n"}},{"type":"function","function":{"name":"n"}}]}""", "no two tools");

    [Fact]
    public void What_one_provider_takes_beyond_the_protocol_is_refused_by_every_other()
    {
        const string Replay = $$"""{"model":"m","messages":[{{User}},{{Thought}}]}""";
        UpstreamRequest.Check(Replay, "/chat/completions", "DeepSeek");
        Refuses(Replay, "reasoning_content");
        Refuses(Replay.Replace("\"reasoning_content\"", "\"reasoning_contents\"", StringComparison.Ordinal), "reasoning_contents", "DeepSeek");
    }

    [Fact]
    public void A_late_system_message_is_refused_by_all_but_openai()
    {
        const string Late = $$"""{"model":"m","messages":[{{User}},{"role":"system","content":"x"}]}""";
        Check(Late);
        Refuses(Late, "a system message is the first", "Ollama");
        UpstreamRequest.Check($$"""{"model":"m","messages":[{"role":"system","content":"x"},{{User}}]}""", "/chat/completions", "Ollama");
    }

    [Theory]
    [InlineData("o3-mini", ",\"max_completion_tokens\":1,\"reasoning_effort\":\"low\"", null)]
    [InlineData("o3-mini", ",\"max_tokens\":1", "takes none of")]
    [InlineData("gpt-5-mini", ",\"temperature\":1", "takes none of")]
    [InlineData("gpt-4.1", ",\"max_tokens\":1,\"temperature\":1", null)]
    [InlineData("gpt-4.1", ",\"reasoning_effort\":\"low\"", "takes no reasoning_effort")]
    public void Openais_models_get_no_options_that_they_refuse(string model, string options, string? rule)
    {
        var request = $$"""{"model":"{{model}}","messages":[{{User}}]{{options}}}""";
        if (rule is null)
            Check(request);
        else
            Refuses(request, rule);
        UpstreamRequest.Check(request, "/v1/chat/completions", "OpenRouter");
    }

    [Theory]
    [InlineData("""{"type":"function_call","call_id":"a","name":"n","arguments":"{}"},{"type":"function_call_output","call_id":"a","output":"x"}""",
        null)]
    [InlineData("""{"type":"function_call","call_id":"a","name":"n","arguments":"{}"}""", "every call has its output")]
    [InlineData("""{"type":"function_call_output","call_id":"a","output":"x"},{"type":"function_call","call_id":"a","name":"n","arguments":"{}"}""",
        "follows its call")]
    [InlineData("""{"type":"function_call","call_id":"a","name":"n","arguments":"["}""", "one JSON object")]
    public void Items_of_the_other_protocol_have_an_order_too(string input, string? rule)
    {
        var request = $$"""{"model":"m","input":[{{input}}]}""";
        if (rule is null)
        {
            UpstreamRequest.Check(request, "/v1/responses", "OpenAI");
        }
        else
        {
            Assert.Contains(rule, Assert.Throws<WireException>(() => UpstreamRequest.Check(request, "/v1/responses", "OpenAI")).Message,
                StringComparison.Ordinal);
        }
    }

    private static void Check(string request) => UpstreamRequest.Check(request, "/v1/chat/completions", "OpenAI");

    private static void Refuses(string request, string rule, string provider = "OpenAI") =>
        Assert.Contains(rule, Assert.Throws<WireException>(() => UpstreamRequest.Check(request, "/v1/chat/completions", provider)).Message,
            StringComparison.Ordinal);
}
