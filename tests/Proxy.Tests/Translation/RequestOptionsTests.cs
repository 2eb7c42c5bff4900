using System.Text;
using System.Text.Json;
using ClaudeCodeProxy.Providers;
using ClaudeCodeProxy.Providers.Models;
using FsCheck.Xunit;
using static Proxy.Tests.Translation.Example;

namespace Proxy.Tests.Translation;

public sealed class RequestOptionsTests
{
    private const string Tools = ""","tools":[{"name":"Read","input_schema":{"type":"object","properties":{}}}]""";
    private const string UpstreamTools =
        "\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"Read\",\"parameters\":{\"type\":\"object\",\"properties\":{}}}}]";

    [Theory]
    [InlineData("", "\"max_tokens\":100")]
    [InlineData(",\"temperature\":0.20,\"top_p\":1e-1", "\"max_tokens\":100,\"temperature\":0.20,\"top_p\":1e-1")]
    [InlineData(",\"stop_sequences\":[\"a\",\"\",\"\\n\",\"c\",\"d\",\"e\"]", "\"max_tokens\":100,\"stop\":[\"a\",\"\\n\",\"c\",\"d\"]")]
    [InlineData(",\"stop_sequences\":[]", "\"max_tokens\":100")]
    [InlineData(",\"stream\":true", "\"max_tokens\":100,\"stream\":true,\"stream_options\":{\"include_usage\":true}")]
    [InlineData(",\"stream\":false", "\"max_tokens\":100")]
    [InlineData(",\"metadata\":{\"user_id\":\"u-1\"}", "\"max_tokens\":100,\"user\":\"u-1\"")]
    [InlineData(",\"metadata\":{\"user_id\":null}", "\"max_tokens\":100")]
    [InlineData(",\"thinking\":{\"type\":\"adaptive\"},\"output_config\":{\"effort\":\"high\"}", "\"max_tokens\":100")]
    [InlineData(",\"output_config\":{\"format\":{\"type\":\"json_schema\",\"schema\":{\"b\":1, \"a\":2}}}",
        "\"max_tokens\":100,\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"answer\",\"schema\":{\"b\":1, \"a\":2}}}")]
    public void Options_are_said_in_the_upstreams_words(string options, string expected)
    {
        Assert.Equal(expected, Options(options));
    }

    [Fact]
    public void A_provider_that_nobody_knows_is_asked_to_count_what_it_streams() =>
        Assert.Contains("\"stream_options\":{\"include_usage\":true}", Options(",\"stream\":true", OpenAI with { Provider = Provider.Unknown }),
            StringComparison.Ordinal);

    [Theory]
    [InlineData(",\"temperature\":1,\"top_p\":0.5,\"stop_sequences\":[\"a\"]", "\"max_completion_tokens\":100")]
    [InlineData(",\"thinking\":{\"type\":\"enabled\",\"budget_tokens\":1024}", "\"max_completion_tokens\":100,\"reasoning_effort\":\"low\"")]
    [InlineData(",\"thinking\":{\"type\":\"enabled\",\"budget_tokens\":10000}", "\"max_completion_tokens\":100,\"reasoning_effort\":\"medium\"")]
    [InlineData(",\"thinking\":{\"type\":\"enabled\",\"budget_tokens\":31999}", "\"max_completion_tokens\":100,\"reasoning_effort\":\"high\"")]
    [InlineData(",\"thinking\":{\"type\":\"adaptive\"}", "\"max_completion_tokens\":100,\"reasoning_effort\":\"medium\"")]
    [InlineData(",\"thinking\":{\"type\":\"adaptive\"},\"output_config\":{\"effort\":\"high\"}",
        "\"max_completion_tokens\":100,\"reasoning_effort\":\"high\"")]
    [InlineData(",\"output_config\":{\"effort\":\"max\"}", "\"max_completion_tokens\":100,\"reasoning_effort\":\"high\"")]
    [InlineData(",\"output_config\":{\"effort\":\"low\"}", "\"max_completion_tokens\":100,\"reasoning_effort\":\"low\"")]
    [InlineData(",\"output_config\":{\"effort\":\"medium\"}", "\"max_completion_tokens\":100,\"reasoning_effort\":\"medium\"")]
    [InlineData(",\"thinking\":{\"type\":\"disabled\"},\"output_config\":{\"effort\":\"high\"}",
        "\"max_completion_tokens\":100,\"reasoning_effort\":\"minimal\"")]
    public void A_reasoning_model_is_told_how_hard_to_think_and_nothing_that_it_refuses(string options, string expected)
    {
        Assert.Equal(expected, Options(options, Thinker));
    }

    [Fact]
    public void Max_tokens_are_no_more_than_the_model_can_give()
    {
        Assert.Equal("\"max_tokens\":50", Options("", OpenAI with { Traits = new ModelTraits { MaxOutputTokens = 50 } }));
        Assert.Equal("\"max_tokens\":100", Options("", OpenAI with { Traits = new ModelTraits { MaxOutputTokens = 500 } }));
    }

    [Fact]
    public void A_long_user_id_becomes_a_hash_that_is_always_the_same()
    {
        var option = ",\"metadata\":{\"user_id\":\"{\\\"device_id\\\":\\\"" + new string('d', 64) + "\\\"}\"}";
        Assert.Matches("^\"max_tokens\":100,\"user\":\"[0-9a-f]{64}\"$", Options(option));
        Assert.Equal(Options(option), Options(option));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData(",\"tool_choice\":{\"type\":\"auto\"}", ",\"tool_choice\":\"auto\"")]
    [InlineData(",\"tool_choice\":{\"type\":\"any\"}", ",\"tool_choice\":\"required\"")]
    [InlineData(",\"tool_choice\":{\"type\":\"none\"}", ",\"tool_choice\":\"none\"")]
    [InlineData(",\"tool_choice\":{\"type\":\"tool\",\"name\":\"Read\"}",
        ",\"tool_choice\":{\"type\":\"function\",\"function\":{\"name\":\"Read\"}}")]
    [InlineData(",\"tool_choice\":{\"type\":\"tool\",\"name\":\"web_search\"}", "")]
    [InlineData(",\"tool_choice\":{\"type\":\"auto\",\"disable_parallel_tool_use\":true}", ",\"tool_choice\":\"auto\",\"parallel_tool_calls\":false")]
    public void The_choice_of_tools_is_the_clients_and_no_other(string choice, string expected)
    {
        Assert.Equal($"{UpstreamTools}{expected},\"max_tokens\":100", Options(Tools + choice));
        Assert.Equal($"{UpstreamTools}{expected},\"max_tokens\":100", Options(Tools + choice, Example.Ollama));
    }

    [Fact]
    public void Without_tools_there_is_no_choice()
    {
        Assert.Equal("\"max_tokens\":100", Options(",\"tools\":[],\"tool_choice\":{\"type\":\"any\"}"));
    }

    [Fact]
    public void Tools_that_anthropic_defines_are_no_functions()
    {
        const string Mixed =
            ""","tools":[{"type":"web_search_20250305","name":"web_search","max_uses":5},{"type":"custom","name":"Read","input_schema":{"type":"object","properties":{}}}]""";
        Assert.Equal($"{UpstreamTools},\"max_tokens\":100", Options(Mixed));
        Assert.Equal("\"max_tokens\":100", Options(""","tools":[{"type":"code_execution_20260521","name":"code_execution"}]"""));
    }

    [Theory]
    [InlineData("{}", """{"properties":{},"type":"object"}""")]
    [InlineData("{ }", """{"properties":{},"type":"object" }""")]
    [InlineData("""{"properties":{"a":{}}}""", """{"type":"object","properties":{"a":{}}}""")]
    [InlineData("""{"type":"object"}""", """{"properties":{},"type":"object"}""")]
    [InlineData("""{ "type" : "object" , "properties":{"z":{},"a":{}} }""", """{ "type" : "object" , "properties":{"z":{},"a":{}} }""")]
    public void A_schema_keeps_its_bytes_and_gets_the_properties_that_openai_wants(string schema, string expected)
    {
        Assert.Contains($"\"parameters\":{expected}}}}}]", Options($",\"tools\":[{{\"name\":\"t\",\"input_schema\":{schema}}}]"),
            StringComparison.Ordinal);
    }

    [Property]
    public void Schemas_and_inputs_keep_their_bytes_and_the_order_of_their_keys(string[] keys)
    {
        var members = string.Join(" , ", keys.Select((key, index) => $"{JsonSerializer.Serialize(key ?? "")}: {index}e0"));
        var schema = "{\"type\": \"object\", \"properties\" : {" + members + "}}";
        Assert.Contains($"\"parameters\":{schema}", Options($",\"tools\":[{{\"name\":\"t\",\"input_schema\":{schema}}}]"), StringComparison.Ordinal);
        var call =
            SentMessages("{\"role\":\"assistant\",\"content\":[{\"type\":\"tool_use\",\"id\":\"c\",\"name\":\"R\",\"input\":" + schema + "}]}");
        var arguments = JsonDocument.Parse($"[{call}]").RootElement[0].GetProperty("tool_calls")[0].GetProperty("function").GetProperty("arguments");
        Assert.Equal(Encoding.UTF8.GetBytes(schema), Encoding.UTF8.GetBytes(arguments.GetString()!));
    }
}
