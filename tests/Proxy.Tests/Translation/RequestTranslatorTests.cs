using System.Text.Json;
using static Proxy.Tests.Translation.Example;

namespace Proxy.Tests.Translation;

public sealed class RequestTranslatorTests
{
    private const string Call = """{"role":"assistant","content":[{"type":"tool_use","id":"toolu_c","name":"Read","input":{"z":1, "a":"\"q\""}}]}""";
    private const string UpstreamCall =
        """{"role":"assistant","content":null,"tool_calls":[{"id":"c","type":"function","function":{"name":"Read","arguments":"{\"z\":1, \"a\":\"\\\"q\\\"\"}"}}]}""";

    [Fact]
    public void The_smallest_request_has_nothing_that_was_not_asked_for()
    {
        Assert.Equal("""{"model":"gpt-4.1","messages":[{"role":"user","content":"hello"}],"max_tokens":100}""", UpstreamBody(SmallRequest));
    }

    [Theory]
    [InlineData("\"be brief\"", "be brief")]
    [InlineData("""[{"type":"text","text":"a\"b","cache_control":{"type":"ephemeral"}},{"type":"text","text":""},{"type":"text","text":"c"}]""",
        "a\\\"b\\nc")]
    [InlineData("""[{"type":"text","text":"x-anthropic-billing-header: cc_version=2"},{"type":"text","text":"c"}]""", "c")]
    public void System_blocks_become_the_first_message(string system, string content)
    {
        var upstream = UpstreamBody(SmallRequest.Replace("\"max_tokens\"", $"\"system\":{system},\"max_tokens\"", StringComparison.Ordinal));
        Assert.Contains($"\"messages\":[{{\"role\":\"system\",\"content\":\"{content}\"}},{{\"role\":\"user\"", upstream, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"\"")]
    [InlineData("[]")]
    [InlineData("null")]
    public void Without_system_text_there_is_no_system_message(string system)
    {
        Assert.DoesNotContain("\"system\"", UpstreamBody(
            SmallRequest.Replace("\"max_tokens\"", $"\"system\":{system},\"max_tokens\"", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_system_message_amid_the_conversation_stays_there()
    {
        Assert.Equal(
            """{"role":"user","content":"a"},{"role":"system","content":"mind this"},{"role":"assistant","content":"b"}""",
            SentMessages("""{"role":"user","content":"a"},{"role":"system","content":"mind this"},{"role":"assistant","content":"b"}"""));
    }

    [Fact]
    public void A_tools_answer_follows_its_call_and_what_the_user_said_beside_it_follows_that()
    {
        Assert.Equal(
            UpstreamCall + """,{"role":"tool","tool_call_id":"c","content":"one\ntwo"},{"role":"user","content":"before\nafter"}""",
            SentMessages(Call +
                """,{"role":"user","content":[{"type":"text","text":"before"},{"type":"tool_result","tool_use_id":"toolu_c","content":[{"type":"text","text":"one"},{"type":"text","text":"two"}]},{"type":"text","text":"after"}]}"""));
    }

    [Fact]
    public void A_system_message_between_call_and_answer_comes_after_both()
    {
        Assert.Equal(
            UpstreamCall + """,{"role":"tool","tool_call_id":"c","content":"ok"},{"role":"system","content":"mind"}""",
            SentMessages(Call +
                """,{"role":"system","content":"mind"},{"role":"user","content":[{"type":"tool_result","tool_use_id":"toolu_c","content":"ok"}]}"""));
    }

    [Fact]
    public void Answers_stand_in_the_order_of_the_calls()
    {
        var upstream = SentMessages("""
            {"role":"assistant","content":[{"type":"tool_use","id":"a","name":"R","input":{}},{"type":"tool_use","id":"b","name":"R","input":{}}]},
            {"role":"user","content":[{"type":"tool_result","tool_use_id":"b","content":"B"},{"type":"tool_result","tool_use_id":"a","content":"A"}]}
            """);
        Assert.EndsWith("""{"role":"tool","tool_call_id":"a","content":"A"},{"role":"tool","tool_call_id":"b","content":"B"}""", upstream,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"type":"tool_result","tool_use_id":"toolu_c"}""", "")]
    [InlineData("""{"type":"tool_result","tool_use_id":"toolu_c","content":[]}""", "")]
    [InlineData("""{"type":"tool_result","tool_use_id":"toolu_c","content":"no file","is_error":true}""", "Error: no file")]
    [InlineData("""{"type":"tool_result","tool_use_id":"toolu_c","content":"fine","is_error":false}""", "fine")]
    [InlineData("""{"type":"tool_result","tool_use_id":"toolu_c","content":[{"type":"tool_reference","tool_name":"Write"}]}""",
        "[tool found: Write]")]
    [InlineData(
        """{"type":"tool_result","tool_use_id":"toolu_c","content":[{"type":"search_result","title":"T","source":"S","content":[{"type":"text","text":"x"}]}]}""", "T\\nS\\nx")]
    public void A_tools_answer_is_text(string result, string content)
    {
        Assert.EndsWith($$"""{"role":"tool","tool_call_id":"c","content":"{{content}}"}""",
            SentMessages($$"""{{Call}},{"role":"user","content":[{{result}}]}"""), StringComparison.Ordinal);
    }

    [Fact]
    public void A_call_without_an_answer_gets_one()
    {
        Assert.Equal(
            UpstreamCall +
                """,{"role":"tool","tool_call_id":"c","content":"[no result: the call was not carried out]"},{"role":"user","content":"never mind"}""",
            SentMessages(Call + """,{"role":"user","content":"never mind"}"""));
    }

    [Fact]
    public void An_answer_that_comes_after_the_assistant_spoke_again_is_none()
    {
        Assert.EndsWith(
            """{"role":"tool","tool_call_id":"c","content":"[no result: the call was not carried out]"},{"role":"user","content":"wait"},{"role":"assistant","content":"well"},{"role":"user","content":"[result of an earlier tool call]\nlate"}""",
            SentMessages(Call +
                """,{"role":"user","content":"wait"},{"role":"assistant","content":"well"},{"role":"user","content":[{"type":"tool_result","tool_use_id":"toolu_c","content":"late"}]}"""),
            StringComparison.Ordinal);
    }

    [Fact]
    public void An_answer_without_a_call_becomes_the_users_words()
    {
        Assert.Equal(
            """{"role":"user","content":"[result of an earlier tool call]\nlost\nand"}""",
            SentMessages(
                """{"role":"user","content":[{"type":"tool_result","tool_use_id":"gone","content":"lost"},{"type":"text","text":"and"}]}"""));
    }

    [Fact]
    public void A_second_answer_to_a_call_becomes_the_users_words()
    {
        Assert.EndsWith(
            """{"role":"tool","tool_call_id":"c","content":"1"},{"role":"user","content":"[result of an earlier tool call]\n2"}""",
            SentMessages(Call +
                """,{"role":"user","content":[{"type":"tool_result","tool_use_id":"toolu_c","content":"1"},{"type":"tool_result","tool_use_id":"toolu_c","content":"2"}]}"""),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Pictures_become_parts_of_the_users_message()
    {
        Assert.Equal(
            """{"role":"user","content":[{"type":"text","text":"see"},{"type":"image_url","image_url":{"url":"data:image/png;base64,aGk="}},{"type":"image_url","image_url":{"url":"https://x/y.png"}}]}""",
            SentMessages(
                """{"role":"user","content":[{"type":"text","text":"see"},{"type":"image","source":{"type":"base64","media_type":"image/png","data":"aGk="}},{"type":"image","source":{"type":"url","url":"https://x/y.png"}}]}"""));
    }

    [Fact]
    public void A_picture_in_a_tools_answer_follows_in_a_users_message()
    {
        Assert.Equal(
            UpstreamCall + """
            ,{"role":"tool","tool_call_id":"c","content":"shot\n[image: see the user's next message]"},{"role":"user","content":[{"type":"text","text":"[from the result of tool call c]"},{"type":"image_url","image_url":{"url":"data:image/png;base64,aGk="}},{"type":"text","text":"ok?"}]}
            """.Trim(),
            SentMessages(Call +
                """,{"role":"user","content":[{"type":"tool_result","tool_use_id":"toolu_c","content":[{"type":"text","text":"shot"},{"type":"image","source":{"type":"base64","media_type":"image/png","data":"aGk="}}]},{"type":"text","text":"ok?"}]}"""));
    }

    [Fact]
    public void A_pdf_goes_to_providers_that_take_one_and_is_named_to_the_others()
    {
        const string Pdf =
            """{"role":"user","content":[{"type":"document","title":"a.pdf","source":{"type":"base64","media_type":"application/pdf","data":"aGk="}}]}""";
        Assert.Equal("""{"role":"user","content":[{"type":"file","file":{"filename":"a.pdf","file_data":"data:application/pdf;base64,aGk="}}]}""",
            SentMessages(Pdf));
        Assert.Equal("""{"role":"user","content":"a.pdf\n[document left out, because the model's provider takes none: application/pdf]"}""",
            SentMessages(Pdf, Example.Ollama));
    }

    [Theory]
    [InlineData("""{"type":"document","title":"T","source":{"type":"text","media_type":"text/plain","data":"d"}}""", "T\\nd")]
    [InlineData("""{"type":"document","source":{"type":"content","content":[{"type":"text","text":"a"},{"type":"text","text":"b"}]}}""", "a\\nb")]
    [InlineData("""{"type":"document","source":{"type":"url","url":"https://x"}}""", "[document, not fetched: https://x]")]
    [InlineData("""{"type":"image","source":{"type":"file","file_id":"f"}}""", "[left out: it is a file kept by Anthropic, f]")]
    [InlineData("""{"type":"container_upload","file_id":"f"}""", "[left out, because only Anthropic can read it: container_upload]")]
    public void What_is_no_text_is_given_as_text_or_named(string block, string content)
    {
        Assert.Equal($$"""{"role":"user","content":"{{content}}"}""", SentMessages($$"""{"role":"user","content":[{{block}}]}"""));
    }

    [Fact]
    public void Thoughts_and_what_only_anthropic_can_read_stay_out_of_the_assistants_messages()
    {
        const string Opaque = """{"type":"thinking","thinking":"hm","signature":"s"},{"type":"redacted_thinking","data":"d"}""";
        Assert.Equal("""{"role":"assistant","content":"yes"}""",
            SentMessages($$"""{"role":"assistant","content":[{{Opaque}},{"type":"text","text":"yes"}]}"""));
        Assert.Equal("""{"role":"user","content":"x"}""",
            SentMessages($$"""{"role":"assistant","content":[{{Opaque}}]},{"role":"user","content":"x"}"""));
    }

    [Theory]
    [InlineData("""{"type":"server_tool_use","id":"s","name":"web_search","input":{"query":"a\"b"}}""",
        """[used web_search: {\"query\":\"a\\\"b\"}]""")]
    [InlineData(
        """{"type":"web_search_tool_result","tool_use_id":"s","content":[{"type":"web_search_result","title":"T","url":"https://x","encrypted_content":"zzz","page_age":null}]}""", """[web_search_tool_result]\nT\nhttps://x""")]
    [InlineData(
        """{"type":"web_search_tool_result","tool_use_id":"s","content":{"type":"web_search_tool_result_error","error_code":"max_uses_exceeded"}}""",
            """[web_search_tool_result]\nmax_uses_exceeded""")]
    [InlineData(
        """{"type":"web_fetch_tool_result","tool_use_id":"s","content":{"type":"web_fetch_result","url":"https://x","content":{"type":"document","source":{"type":"text","media_type":"text/plain","data":"page"},"title":"T"}}}""", """[web_fetch_tool_result]\nhttps://x\npage\nT""")]
    [InlineData(
        """{"type":"web_fetch_tool_result","tool_use_id":"s","content":{"type":"web_fetch_result","url":"https://x","content":{"type":"document","source":{"type":"base64","media_type":"application/pdf","data":"aGk="}}}}""", """[web_fetch_tool_result]\nhttps://x""")]
    [InlineData(
        """{"type":"code_execution_tool_result","tool_use_id":"s","content":{"type":"code_execution_result","stdout":"42\n","stderr":"","return_code":0,"content":[{"type":"code_execution_output","file_id":"f"}]}}""", """[code_execution_tool_result]\n42\n""")]
    [InlineData("""{"type":"mcp_tool_result","tool_use_id":"s","is_error":false,"content":"said"}""", """[mcp_tool_result]\nsaid""")]
    [InlineData("""{"type":"mcp_tool_result","tool_use_id":"s","content":[{"type":"text","text":"a"},{"type":"text","text":"b"}]}""",
        """[mcp_tool_result]\na\nb""")]
    public void What_anthropics_own_tools_found_is_given_as_far_as_it_can_be_read(string block, string content)
    {
        Assert.Equal($$"""{"role":"assistant","content":"{{content}}"}""", SentMessages($$"""{"role":"assistant","content":[{{block}}]}"""));
    }

    [Fact]
    public void Text_and_calls_of_the_assistant_stay_together_and_empty_texts_are_left_out()
    {
        Assert.StartsWith(
            """{"role":"assistant","content":"a\nb","tool_calls":[{"id":"c","type":"function","function":{"name":"R","arguments":"{}"}}]}""",
            SentMessages(
                """{"role":"assistant","content":[{"type":"text","text":"a"},{"type":"text","text":""},{"type":"text","text":"b"},{"type":"tool_use","id":"c","name":"R"}]}"""),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_that_is_anthropics_alone_goes_upstream()
    {
        var upstream = UpstreamBody("""
            {"model":"m","max_tokens":1,"top_k":5,"service_tier":"auto","container":"c","mcp_servers":[],"context_management":{"edits":[]},"betas":["b"],"cache_control":{"type":"ephemeral"},
             "system":[{"type":"text","text":"s","cache_control":{"type":"ephemeral"}}],"thinking":{"type":"adaptive"},"output_config":{"effort":"max"},
             "tools":[{"name":"t","description":"d","input_schema":{"type":"object","properties":{}},"cache_control":{"type":"ephemeral"},"strict":true,"defer_loading":true,"eager_input_streaming":true}],
             "messages":[{"role":"user","content":[{"type":"text","text":"x","cache_control":{"type":"ephemeral"},"citations":null}]}]}
            """);
        Assert.Equal(
            """{"model":"gpt-4.1","messages":[{"role":"system","content":"s"},{"role":"user","content":"x"}],"tools":[{"type":"function","function":{"name":"t","description":"d","parameters":{"type":"object","properties":{}}}}],"max_tokens":1}""",
            upstream);
    }

    [Fact]
    public void A_request_survives_any_escapes_and_is_json_again()
    {
        var upstream =
            SentMessages(
                """{"role":"user","content":"\u0000\ud83d\ude00\"\\\/"},{"role":"assistant","content":[{"type":"tool_use","id":"\u0074\"","name":"R","input":{"k\u0065y":"\u00e9\n"}}]},{"role":"user","content":[{"type":"tool_result","tool_use_id":"t\u0022","content":"ok"}]}""");
        var messages = JsonDocument.Parse($"[{upstream}]").RootElement;
        Assert.Equal("\0😀\"\\/", messages[0].GetProperty("content").GetString());
        Assert.Equal("""{"k\u0065y":"\u00e9\n"}""",
            messages[1].GetProperty("tool_calls")[0].GetProperty("function").GetProperty("arguments").GetString());
        Assert.Equal("ok", messages[2].GetProperty("content").GetString());
        Assert.Equal(messages[1].GetProperty("tool_calls")[0].GetProperty("id").GetString(), messages[2].GetProperty("tool_call_id").GetString());
    }
}
