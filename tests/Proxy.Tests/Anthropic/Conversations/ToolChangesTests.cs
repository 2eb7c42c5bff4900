using System.Text;
using ClaudeCodeProxy.Anthropic.Conversations;
using ClaudeCodeProxy.Anthropic.Requests;

namespace Proxy.Tests.Anthropic.Conversations;

/// <summary>Which tools the model may call at the end of a conversation, in which order.</summary>
public sealed class ToolChangesTests
{
    private const string Schema = ""","input_schema":{"type":"object"}""";
    private const string Bash = $$"""{"name":"Bash"{{Schema}}}""";
    private const string Fetch = $$"""{"name":"Fetch"{{Schema}},"defer_loading":true}""";
    private const string Mail = $$"""{"name":"Mail"{{Schema}},"defer_loading":true}""";
    private const string Write = $$"""{"name":"Write"{{Schema}}}""";

    [Fact]
    public void A_deferred_tool_is_not_offered_before_something_refers_to_it() =>
        Assert.Equal("Bash Write", Offered([Bash, Fetch, Mail, Write], User("Hello.")));

    [Fact]
    public void Loaded_tools_follow_in_the_order_in_which_they_were_loaded() =>
        Assert.Equal("Bash Write Mail Fetch", Offered([Bash, Fetch, Mail, Write], User("Hello."), Found("Mail"), Found("Fetch"), Found("Mail")));

    [Fact]
    public void A_tool_that_was_called_had_been_loaded() =>
        Assert.Equal("Bash Fetch", Offered([Bash, Fetch, Mail], User("Hello."),
            """{"role":"assistant","content":[{"type":"tool_use","id":"toolu_9","name":"Fetch","input":{}}]}"""));

    [Fact]
    public void Where_anthropic_would_search_all_are_offered_at_once() =>
        Assert.Equal("search Bash Fetch", Offered(["""{"type":"tool_search_tool_bm25_20251119","name":"search"}""", Bash, Fetch], User("Hello.")));

    [Fact]
    public void A_tool_that_must_be_called_is_offered() =>
        Assert.Equal("Bash Fetch", Offered([Bash, Fetch], ""","tool_choice":{"type":"tool","name":"Fetch"}""", User("Hello.")));

    [Fact]
    public void A_system_message_adds_declared_and_new_tools_at_the_end() =>
        Assert.Equal("Bash Mail Query", Offered([Bash, Mail], User("Hello."), System(Added("Mail"), Defined("Query"))));

    [Theory]
    [InlineData("""{"role":"user","content":[{"type":"tool_result","tool_use_id":"t","content":[{"type":"tool_reference","tool_name":"Bash"}]}]}""")]
    [InlineData("""{"role":"assistant","content":[{"type":"tool_use","id":"toolu_9","name":"Bash","input":{}}]}""")]
    public void A_removed_tool_comes_back_neither_by_being_found_nor_by_being_called(string later) =>
        Assert.Equal("Write", Offered([Bash, Write], User("Hello."), System(Removed("Bash")), later));

    [Fact]
    public void A_removed_tool_comes_back_by_being_added() =>
        Assert.Equal("Write Bash", Offered([Bash, Write], User("Hello."), System(Removed("Bash")), User("Again."), System(Added("Bash"))));

    [Fact]
    public void A_removed_tool_is_not_offered_even_where_it_must_be_called() =>
        Assert.Equal("Write", Offered([Bash, Write], ""","tool_choice":{"type":"tool","name":"Bash"}""", User("Hello."), System(Removed("Bash"))));

    [Fact]
    public void A_definition_takes_the_place_of_one_of_the_same_name() =>
        Assert.Equal("Write Bash", Offered([Bash, Write], User("Hello."), System(Defined("Bash"))));

    [Fact]
    public void A_compaction_keeps_what_the_conversation_before_it_did_to_the_tools() => Assert.Equal("Write Mail", Offered(
        [Bash, Mail, Write], User("Hello."),
        $$"""{"role":"assistant","content":[{"type":"compaction","content":"So far.","tool_changes":[{{Removed("Bash")}},{{Added("Mail")}}]}]}"""));

    [Fact]
    public void The_message_keeps_its_text()
    {
        var change = System(Removed("Bash"), """{"type":"text","text":"Gone."}""");
        var request = Resolve($"\"tools\":[{Bash}],\"messages\":[{User("Hello.")},{change}]");
        Assert.IsType<TextBlock>(Assert.Single(request.Messages[1].Content));
    }

    private static string Offered(string[] tools, params string[] messages)
    {
        var options = messages[0].StartsWith(',') ? messages[0] : "";
        var said = messages.Where(static message => !message.StartsWith(','));
        var request = Resolve($"\"tools\":[{string.Join(',', tools)}],\"messages\":[{string.Join(',', said)}]{options}");
        return string.Join(' ', request.Tools.Select(tool => tool.Name.ToString(request.Body.Span)));
    }

    private static MessagesRequest Resolve(string members) =>
        Conversation.Resolve(MessagesRequest.Parse(Encoding.UTF8.GetBytes($$"""{"model":"m","max_tokens":9,{{members}}}""")));

    private static string User(string text) => $$"""{"role":"user","content":"{{text}}"}""";

    private static string System(params string[] blocks) => $$"""{"role":"system","content":[{{string.Join(',', blocks)}}]}""";

    private static string Found(string name) =>
        $$"""{"role":"user","content":[{"type":"tool_result","tool_use_id":"t","content":[{"type":"tool_reference","tool_name":"{{name}}"}]}]}""";

    private static string Added(string name) => $$$"""{"type":"tool_addition","tool":{"type":"tool_reference","name":"{{{name}}}"}}""";

    private static string Removed(string name) => $$$"""{"type":"tool_removal","tool":{"type":"tool_reference","name":"{{{name}}}"}}""";

    private static string Defined(string name)
    {
        var definition = $$"""{"name":"{{name}}"{{Schema}}}""";
        return $$$"""{"type":"tool_addition","tool":{"type":"tool_definition","definition":{{{definition}}}}}""";
    }
}
