using Microsoft.AspNetCore.Http;
using static Acceptance.Tests.Sdk.UpstreamAnswers;

namespace Acceptance.Tests.Sdk;

/// <summary>One exchange: what the client asks, what the upstream says to it, whole and streamed, and what the client must make of either.</summary>
/// <param name="Request">Members of the client's request beside model, limit and stream.</param>
/// <param name="Content">Blocks of the message that the client gets.</param>
internal sealed record SdkCase(string Request, string Content, string StopReason)
{
    private const string Hello = "\"messages\":[{\"role\":\"user\",\"content\":\"Hello.\"}]";
    private const string Tool =
        "\"input_schema\":{\"type\":\"object\",\"properties\":{\"path\":{\"type\":\"string\"},\"line\":{\"type\":\"integer\"}}}";
    private const string Tools = Hello
        + ",\"tools\":[{\"name\":\"Read\",\"description\":\"Reads.\","
        + Tool
        + "},{\"name\":\"mcp__server__list.files\","
        + Tool
        + "}]";
    private const string Picture = """{"type":"image","source":{"type":"base64","media_type":"image/png","data":"iVBORw0KGgo="}}""";
    private const string Pdf = """{"type":"document","title":"a.pdf","source":{"type":"base64","media_type":"application/pdf","data":"JVBERi0="}}""";
    private const string CallA = """{"id":"a","type":"function","function":{"name":"Read","arguments":"{\"path\": \"/etc/motd\", \"line\": 1}"}}""";
    private const string BlockA =
        """{"type":"tool_use","id":"toolu_a","name":"Read","caller":{"type":"direct"},"input":{"path":"/etc/motd","line":1}}""";
    private const string BlockB = """{"type":"tool_use","id":"toolu_b","name":"Read","caller":{"type":"direct"},"input":{"path":"b"}}""";
    private static readonly string CallB = CallA.Replace("\"a\"", "\"b\"", StringComparison.Ordinal)
        .Replace("\"{\\\"path\\\": \\\"/etc/motd\\\", \\\"line\\\": 1}\"", "\"{\\\"path\\\":\\\"b\\\"}\"", StringComparison.Ordinal);
    private static readonly string[] ArgumentsA = ["{\"path\": \"/et", "c/motd\", ", "\"line\": 1}"];
    private static readonly string[] ArgumentsB = ["{\"path\":", "\"b\"}"];

    public string Model { get; private init; } = "gpt-4.1";

    public string? StopSequence { get; private init; }

    public required Func<HttpContext, Task> AnsweredWhole { get; init; }

    public required Func<HttpContext, Task> AnsweredStreamed { get; init; }

    /// <summary>What the upstream must have been asked.</summary>
    public string[] Asked { get; private init; } = [];

    public static IReadOnlyDictionary<string, SdkCase> All { get; } = new Dictionary<string, SdkCase>
    {
        ["text"] = Says("Grüße, \\\"世界\\\"!", Hello),
        ["no text at all"] = new(Hello, "[]", "end_turn")
        {
            AnsweredWhole = Whole("""{"role":"assistant","content":""}""", "stop"),
            AnsweredStreamed = Stream(["""{"role":"assistant","content":""}"""], "stop"),
        },
        ["cut by max_tokens"] = new(Hello, """[{"type":"text","text":"Once upon"}]""", "max_tokens")
        {
            AnsweredWhole = Whole("""{"role":"assistant","content":"Once upon"}""", "length"),
            AnsweredStreamed = Stream(["""{"content":"Once "}""", """{"content":"upon"}"""], "length"),
        },
        ["a stop sequence"] = new(
            Hello + ",\"stop_sequences\":[\"END\",\"a\",\"b\",\"c\",\"d\"]", """[{"type":"text","text":"until"}]""", "stop_sequence")
        {
            StopSequence = "END",
            Asked = ["\"stop\":[\"END\",\"a\",\"b\",\"c\"]"],
            AnsweredWhole = Whole("""{"role":"assistant","content":"until"}""", "stop", ",\"stop_reason\":\"END\""),
            AnsweredStreamed = Stream(["""{"content":"until"}"""], "stop", ",\"stop_reason\":\"END\""),
        },
        ["a refusal"] = new(Hello, """[{"type":"text","text":"I cannot."}]""", "refusal")
        {
            AnsweredWhole = Whole("""{"role":"assistant","content":null,"refusal":"I cannot."}""", "stop"),
            AnsweredStreamed = Stream(["""{"refusal":"I "}""", """{"refusal":"cannot."}"""], "stop"),
        },
        ["one tool"] = CallsTools("[" + BlockA + "]", "[" + CallA + "]", Calls(("a", "Read", ArgumentsA))),
        ["parallel tools"] = CallsTools(
            $"[{BlockA},{BlockB}]", $"[{CallA},{CallB}]", [.. Calls(("a", "Read", ArgumentsA)), .. Calls(("b", "Read", ArgumentsB)).Select(Second)]),
        ["interleaved tools"] = CallsTools($"[{BlockA},{BlockB}]", $"[{CallA},{CallB}]", Calls(("a", "Read", ArgumentsA), ("b", "Read", ArgumentsB))),
        ["thinking"] = new(
            Hello + ",\"thinking\":{\"type\":\"adaptive\"},\"output_config\":{\"effort\":\"high\"}",
            """[{"type":"thinking","thinking":"Let me see.","signature":""},{"type":"text","text":"42"}]""",
            "end_turn")
        {
            Model = "o3-mini",
            Asked = ["\"reasoning_effort\":\"high\"", "\"max_completion_tokens\":1000"],
            AnsweredWhole = Whole("""{"role":"assistant","content":"42","reasoning_content":"Let me see."}""", "stop"),
            AnsweredStreamed = Stream(["""{"reasoning_content":"Let me "}""", """{"reasoning_content":"see."}""", """{"content":"42"}"""], "stop"),
        },
        ["thinking, then a tool"] = new(Tools, $$"""[{"type":"thinking","thinking":"Hm.","signature":""},{{BlockA}}]""", "tool_use")
        {
            AnsweredWhole = Whole($$"""{"role":"assistant","content":null,"reasoning_content":"Hm.","tool_calls":[{{CallA}}]}""", "tool_calls"),
            AnsweredStreamed = Stream(["""{"reasoning_content":"Hm."}""", .. Calls(("a", "Read", ArgumentsA))], "tool_calls"),
        },
        ["a picture and documents"] = Says("I see.", $$$"""
            "messages":[{"role":"user","content":[{"type":"text","text":"Look:"},{{{Picture}}},{{{Pdf}}},{"type":"document","source":{"type":"text","media_type":"text/plain","data":"plain words"}}]}]
            """) with { Asked = ["data:image/png;base64,iVBORw0KGgo=", "data:application/pdf;base64,JVBERi0=", "plain words"] },
        ["a tool's result with a picture"] = Says("A cat.", $$"""
            "messages":[{"role":"user","content":"Look."},{"role":"assistant","content":[{{BlockA}},{{BlockB}}]},
            {"role":"user","content":[{"type":"tool_result","tool_use_id":"toolu_b","content":[{"type":"text","text":"shot"},{{Picture}}]},{"type":"tool_result","tool_use_id":"toolu_a","is_error":true,"content":"gone"},{"type":"text","text":"And?"}]}]
            """) with { Asked = ["\"tool_call_id\":\"a\"", "\"Error: gone\"", "data:image/png;base64,iVBORw0KGgo=", "And?"] },
        ["structured output"] = Says(
            "{\\\"a\\\":1}",
            Hello
            + ",\"output_config\":{\"format\":{\"type\":\"json_schema\",\"schema\":{\"type\":\"object\","
            + "\"properties\":{\"a\":{\"type\":\"integer\"}},\"required\":[\"a\"],\"additionalProperties\":false}}}") with
        {
            Asked = ["\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"answer\",\"schema\":{\"type\":\"object\""],
        },
    };

    public string FullRequest => $$"""{"model":"{{Model}}","max_tokens":1000,{{Request}}}""";

    private static SdkCase Says(string text, string request) => new(request, $$"""[{"type":"text","text":"{{text}}"}]""", "end_turn")
    {
        AnsweredWhole = Whole($$"""{"role":"assistant","content":"{{text}}"}""", "stop"),
        AnsweredStreamed = Stream(["""{"role":"assistant","content":""}""", $$"""{"content":"{{text}}"}""", """{"content":""}"""], "stop"),
    };

    private static SdkCase CallsTools(string content, string calls, IEnumerable<string> deltas) => new(Tools, content, "tool_use")
    {
        Asked = ["\"name\":\"mcp__server__list_files_"],
        AnsweredWhole = Whole($$"""{"role":"assistant","content":null,"tool_calls":{{calls}}}""", "tool_calls"),
        AnsweredStreamed = Stream([.. deltas], "tool_calls"),
    };

    private static string Second(string delta) => delta.Replace("\"index\":0", "\"index\":1", StringComparison.Ordinal);
}
