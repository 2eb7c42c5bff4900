using System.Text;
using ClaudeCodeProxy.Anthropic.Errors;
using ClaudeCodeProxy.Anthropic.Requests;
using FsCheck.Xunit;

namespace Proxy.Tests.Anthropic.Requests;

public sealed class RequestReaderTests
{
    private const string Start = """{"model":"m","max_tokens":1,"messages":[""";

    [Fact]
    public void A_request_is_read_whole()
    {
        var request = Parse("""
            {"model":"claude-sonnet-5","max_tokens":64000,"stream":true,"temperature":0.5,"top_p":0.9,"top_k":4,"thinking":{"type":"enabled","budget_tokens":2000},
             "output_config":{"effort":"high","format":{"type":"json_schema","schema":{"type":"object"}}},"metadata":{"user_id":"u"},"stop_sequences":["a","","b"],
             "context_management":{"edits":[{"type":"clear_thinking_20251015","keep":"all"}]},"system":[{"type":"text","text":"s","cache_control":{"type":"ephemeral"}}],
             "tools":[{"name":"Read","description":"d","input_schema":{"type":"object"}},{"type":"web_search_20250305","name":"web_search"}],
             "tool_choice":{"type":"tool","name":"Read","disable_parallel_tool_use":true},"messages":[{"role":"user","content":"hello"},{"role":"system","content":"mind"}]}
            """);
        Assert.Equal(("claude-sonnet-5", 64000, true), (request.Model, request.MaxTokens, request.Stream));
        Assert.Equal((ThinkingKind.Enabled, 2000), (request.Thinking!.Kind, request.Thinking.BudgetTokens));
        Assert.Equal([Role.User, Role.System], request.Messages.Select(message => message.Role));
        Assert.Equal([true, false], request.Tools.Select(tool => tool.IsFunction));
        Assert.Equal((ToolChoiceKind.Tool, true), (request.ToolChoice!.Kind, request.ToolChoice.OneAtATime));
        Assert.Equal(2, request.StopSequences.Length);
    }

    [Fact]
    public void Every_kind_of_block_is_known()
    {
        var blocks = Parse(Start + """
            {"role":"user","content":[{"type":"text","text":"t"},{"type":"image","source":{"type":"url","url":"https://x"}},
            {"source":{"data":"aGk=","media_type":"application/pdf","type":"base64"},"title":"T","type":"document"},
            {"tool_use_id":"c","content":[{"type":"text","text":"r"},{"type":"tool_reference","tool_name":"n"}],"is_error":true,"type":"tool_result"},
            {"type":"search_result","source":"https://x","title":"T","content":[{"type":"text","text":"t"}]},
            {"type":"thinking","thinking":"t","signature":"s"},{"type":"redacted_thinking","data":"d"},{"type":"tool_use","id":"c","name":"Read","input":{"a":1}},
            {"type":"server_tool_use","id":"s","name":"web_search","input":{}},{"type":"web_search_tool_result","tool_use_id":"s","content":{"type":"error","error_code":"x"}},
            {"type":"of_tomorrow","text":{"a":1},"source":7,"content":true}]}]}
            """).Messages[0].Content;
        Assert.Equal(
            ["TextBlock", "ImageBlock", "DocumentBlock", "ToolResultBlock", "SearchResultBlock", "ThinkingBlock", "OpaqueBlock", "ToolUseBlock",
                "ServerToolUseBlock", "ServerToolResultBlock", "OpaqueBlock"],
            blocks.Select(block => block.GetType().Name));
        Assert.True(Assert.IsType<ToolResultBlock>(blocks[3]).IsError);
    }

    [Fact]
    public void Of_a_repeated_member_the_last_counts_and_names_may_be_escaped()
    {
        Assert.Equal("b", Parse("""{"model":"a","mod\u0065l":"b","max_tokens":1,"messages":[{"role":"us\u0065r","content":"x"}]}""").Model);
    }

    [Theory]
    [InlineData("", "request body: ")]
    [InlineData("[]", "request body: expected an object")]
    [InlineData("""{"model":"m","safeguards":{"type":"auto"},"max_tokens":1,"messages":[{"role":"user","content":"x"}]}""",
        "safeguards: expected an array")]
    [InlineData("""{"messages":[{"role":"user","content":"x"}],"max_tokens":1}""", "model: required")]
    [InlineData("""{"model":"","messages":[{"role":"user","content":"x"}],"max_tokens":1}""", "model: required")]
    [InlineData("""{"model":"m","max_tokens":1}""", "messages: required")]
    [InlineData("""{"model":"m","max_tokens":1,"messages":[]}""", "messages: required")]
    [InlineData("""{"model":"m","messages":[{"role":"user","content":"x"}]}""", "max_tokens: expected a whole number from 0")]
    [InlineData("""{"model":"m","max_tokens":-1,"messages":[{"role":"user","content":"x"}]}""", "max_tokens: expected a whole number from 0")]
    [InlineData("""{"model":"m","max_tokens":"9"}""", "max_tokens: expected a number")]
    [InlineData("""{"model":"m","max_tokens":9.5}""", "max_tokens: expected a whole number")]
    [InlineData("""{"model":7}""", "model: expected a string")]
    [InlineData(Start + """{"content":"x"}]}""", "messages.0: role is required")]
    [InlineData(Start + """{"role":"user"}]}""", "messages.0: content is required")]
    [InlineData(Start + """{"role":"robot","content":"x"}]}""", "messages.0.role: must be user, assistant or system")]
    [InlineData(Start + """{"role":"user","content":null}]}""", "messages.0.content: expected a string or an array of content blocks")]
    [InlineData(Start + """{"role":"user","content":"x"},{"role":"user","content":[{"type":"text","text":"a"},{"text":"x"}]}]}""",
        "messages.1.content.1: type is required")]
    [InlineData(Start + """{"role":"user","content":[{"type":"text"}]}]}""", "messages.0.content.0: text is required")]
    [InlineData(Start + """{"role":"user","content":[{"type":"tool_result"}]}]}""", "messages.0.content.0: tool_use_id is required")]
    [InlineData(Start + """{"role":"user","content":[{"type":"tool_use","id":"a","name":"","input":{}}]}]}""",
        "messages.0.content.0: name is required")]
    [InlineData(Start + """{"role":"user","content":[{"type":"tool_use","id":"a","name":"b","input":"{}"}]}]}""",
        "messages.0.content.0.input: expected an object")]
    [InlineData(Start + """{"role":"user","content":[{"type":"image"}]}]}""", "messages.0.content.0: source is required")]
    [InlineData(Start + """{"role":"user","content":[{"type":"image","source":{"type":"base64"}}]}]}""",
        "messages.0.content.0.source: expected a source")]
    [InlineData(Start + """{"role":"user","content":"x" """, "messages.0: the JSON text ends too early")]
    [InlineData(Start + """{"role":"user","content":"x"}],"tools":[{"name":"a"}]}""", "tools.0: input_schema is required")]
    [InlineData(Start + """{"role":"user","content":"x"}],"tools":[{"name":"a","input_schema":"{}"}]}""", "tools.0.input_schema: expected an object")]
    [InlineData(Start + """{"role":"user","content":"x"}],"tool_choice":{"type":"tool"}}""",
        "tool_choice: type must be auto, any, none, or tool with a name")]
    [InlineData(Start + """{"role":"user","content":"x"}],"thinking":{"type":"deep"}}""",
        "thinking: type must be enabled, adaptive, between_tools or disabled")]
    [InlineData(Start + """{"role":"user","content":"x"}]} trailing""", "request body: expected nothing after the value")]
    public void What_is_wrong_is_named_with_its_place(string body, string message)
    {
        var refused = Assert.Throws<ApiErrorException>(() => Parse(body)).Error;
        Assert.Equal((400, "invalid_request_error"), (refused.Status, refused.Type));
        Assert.StartsWith(message, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_no_utf_8_are_refused()
    {
        var refused = Assert.Throws<ApiErrorException>(() => MessagesRequest.Parse(new byte[] { (byte)'{', 0xff, (byte)'}' }));
        Assert.Contains("UTF-8", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Deep_nesting_is_refused_with_an_answer()
    {
        var deep = string.Concat(Enumerable.Repeat("{\"a\":", 5000));
        var refused = Assert.Throws<ApiErrorException>(() => Parse("{\"model\":\"m\",\"tools\":" + deep));
        Assert.Equal(400, refused.Error.Status);
        Assert.Throws<ApiErrorException>(() => Parse("{\"model\":\"m\",\"x\":" + deep));
    }

    [Fact]
    public void Counting_tokens_needs_no_max_tokens()
    {
        Assert.Equal("m", MessagesRequest.ParseCountTokens("""{"model":"m","messages":[{"role":"user","content":"x"}]}"""u8.ToArray()).Model);
    }

    [Property(MaxTest = 500)]
    public void Any_bytes_are_read_or_refused_with_an_answer(byte[] bytes)
    {
        ParsesOrRefuses(bytes);
    }

    [Property(MaxTest = 1000)]
    public void A_damaged_request_is_read_or_refused_with_an_answer(ushort position, byte value, ushort length)
    {
        var body = Encoding.UTF8.GetBytes(Start + """
            {"role":"user","content":[{"type":"text","text":"a\n\u00e9"},{"type":"tool_result","tool_use_id":"c","content":[{"type":"image","source":{"type":"url","url":"u"}}]}]}],
            "tools":[{"name":"t","input_schema":{"type":"object"}}],"tool_choice":{"type":"auto"},"thinking":{"type":"adaptive"},"stop_sequences":["x"]}
            """);
        body[position % body.Length] = value;
        ParsesOrRefuses(body);
        ParsesOrRefuses(body[..(length % body.Length)]);
    }

    private static MessagesRequest Parse(string body) => MessagesRequest.Parse(Encoding.UTF8.GetBytes(body));

    private static void ParsesOrRefuses(byte[] body)
    {
        try
        {
            MessagesRequest.Parse(body);
        }
        catch (ApiErrorException e)
        {
            Assert.Equal(400, e.Error.Status);
        }
    }
}
