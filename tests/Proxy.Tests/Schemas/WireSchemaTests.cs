namespace Proxy.Tests.Schemas;

public sealed class WireSchemaTests
{
    private const string Messages = "\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]";

    [Theory]
    [InlineData("")]
    [InlineData(",\"temperature\":0.5,\"stream\":true,\"stream_options\":{\"include_usage\":true}")]
    [InlineData(",\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"n\",\"parameters\":{\"anything\":[1]}}}]")]
    public void A_request_of_known_members_passes(string more) => WireSchema.ChatRequest.Check($$"""{"model":"m",{{Messages}}{{more}}}""");

    [Theory]
    [InlineData(",\"top_k\":1", "top_k")]
    [InlineData(",\"temperature\":\"1\"", "temperature")]
    [InlineData(",\"reasoning_effort\":\"banana\"", "reasoning_effort")]
    [InlineData(",\"stream_options\":{\"usage\":true}", "stream_options.usage")]
    [InlineData(",\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"n\",\"input_schema\":{}}}]", "tools[0].function.input_schema")]
    [InlineData(",\"tools\":[{\"type\":\"web_search\",\"function\":{\"name\":\"n\"}}]", "tools[0].type")]
    public void A_request_with_an_unknown_or_wrong_member_is_refused_by_its_name(string more, string place) =>
        Refuses(WireSchema.ChatRequest, $$"""{"model":"m",{{Messages}}{{more}}}""", place);

    [Theory]
    [InlineData("""{"role":"usr","content":"x"}""", "messages[0].role")]
    [InlineData("""{"role":"tool","content":null,"tool_call_id":"x"}""", "messages[0].content")]
    [InlineData("""{"role":"assistant","content":"x","reasoning_content":"y"}""", "messages[0].reasoning_content")]
    [InlineData("""{"role":"user","content":[{"type":"image_url","image_url":{"url":1}}]}""", "messages[0].content[0].image_url.url")]
    [InlineData("""{"role":"assistant","tool_calls":[{"id":"a","type":"function","function":{"name":"x","arguments":{}}}]}""",
        "tool_calls[0].function.arguments")]
    public void What_is_wrong_deep_inside_is_found(string message, string place) =>
        Refuses(WireSchema.ChatRequest, $$"""{"model":"m","messages":[{{message}}]}""", place);

    [Theory]
    [InlineData(
        """{"model":"m","input":[{"role":"user","content":"x"},{"type":"function_call","call_id":"a","name":"n","arguments":"{}"},{"type":"function_call_output","call_id":"a","output":"x"}],"store":false}""", null)]
    [InlineData("""{"model":"m","input":[{"type":"function_call","id":"a","name":"n","arguments":"{}"}]}""", "call_id")]
    [InlineData("""{"model":"m","input":"x","max_tokens":1}""", "max_tokens")]
    public void The_other_protocol_of_openai_is_known_too(string request, string? place) => Judges(WireSchema.ResponsesRequest, request, place);

    [Theory]
    [InlineData("""{"type":"ping"}""", null)]
    [InlineData("""{"type":"pong"}""", "type")]
    [InlineData("""{"type":"error","error":{"type":"request_too_large","message":"m"}}""", null)]
    [InlineData("""{"type":"error","error":{"type":"some_error","message":"m"}}""", "error.type")]
    [InlineData(
        """{"type":"content_block_start","index":0,"content_block":{"type":"tool_use","id":"i","name":"n","caller":{"type":"direct"},"input":{}}}""",
            null)]
    [InlineData("""{"type":"content_block_start","index":0,"content_block":{"type":"tool_use","id":"i","name":"n"}}""", "content_block.input")]
    [InlineData("""{"type":"content_block_start","index":0,"content_block":{"type":"tool_use","id":"i","name":"n","input":""}}""",
        "content_block.input")]
    [InlineData("""{"type":"content_block_start","index":0,"content_block":{"type":"thinking","thinking":""}}""", "content_block.signature")]
    [InlineData("""{"type":"content_block_delta","index":0,"delta":{"type":"thinking_delta","thinking":"x"}}""", null)]
    [InlineData("""{"type":"content_block_delta","index":0,"delta":{"type":"thinking_delta","text":"x"}}""", "delta.thinking")]
    [InlineData("""{"type":"message_delta","delta":{"stop_reason":"stop","stop_sequence":null},"usage":{"output_tokens":1}}""", "delta.stop_reason")]
    public void Events_are_known_by_their_type(string json, string? place) => Judges(WireSchema.Event, json, place);

    [Theory]
    [InlineData("[]", null)]
    [InlineData("null", "content")]
    [InlineData("""[{"type":"tool_use","id":"i","name":"n","input":"{}"}]""", "content[0].input")]
    [InlineData("""[{"type":"text","text":"x","index":0}]""", "content[0].index")]
    public void Answers_are_held_to_their_blocks(string content, string? place) => Judges(
        WireSchema.Answer,
        $$$"""{"id":"msg_1","type":"message","role":"assistant","model":"m","content":{{{content}}},"stop_reason":"end_turn","stop_sequence":null,"usage":{"input_tokens":1,"output_tokens":1}}""",
        place);

    [Theory]
    [InlineData("")]
    [InlineData("{'type':'ping'}")]
    [InlineData("""{"type":"ping",}""")]
    [InlineData("""{"type":"ping"} {}""")]
    [InlineData("""{"type":"ping"/* */}""")]
    public void What_is_no_json_is_refused(string text) => Refuses(WireSchema.Event, text, "no JSON");

    private static void Judges(WireSchema schema, string json, string? place)
    {
        if (place is null)
            schema.Check(json);
        else
            Refuses(schema, json, place);
    }

    private static void Refuses(WireSchema schema, string json, string place) =>
        Assert.Contains(place, Assert.Throws<WireException>(() => schema.Check(json)).Message.Split("\nin ")[0], StringComparison.Ordinal);
}
