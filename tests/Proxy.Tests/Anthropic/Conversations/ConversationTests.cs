using System.Text;
using ClaudeCodeProxy.Anthropic.Conversations;
using ClaudeCodeProxy.Anthropic.Requests;

namespace Proxy.Tests.Anthropic.Conversations;

/// <summary>What else a conversation changes on its way.</summary>
public sealed class ConversationTests
{
    [Fact]
    public void A_summary_stands_for_all_that_was_said_before_it() => Assert.Equal("User:sum User:c", Texts(
        """{"role":"user","content":"a"}""",
        """{"role":"assistant","content":[{"type":"text","text":"b"},{"type":"compaction","content":"sum"}]}""",
        """{"role":"user","content":"c"}"""));

    [Fact]
    public void What_follows_the_summary_in_its_message_stays() => Assert.Equal("User:sum Assistant:b User:c", Texts(
        """{"role":"user","content":"a"}""",
        """{"role":"assistant","content":[{"type":"compaction","content":"sum"},{"type":"text","text":"b"}]}""",
        """{"role":"user","content":"c"}"""));

    [Fact]
    public void The_last_summary_counts() => Assert.Equal("User:second User:c", Texts(
        """{"role":"assistant","content":[{"type":"compaction","content":"first"}]}""",
        """{"role":"user","content":"b"}""",
        """{"role":"assistant","content":[{"type":"compaction","content":"second"}]}""",
        """{"role":"user","content":"c"}"""));

    [Theory]
    [InlineData("""{"type":"compaction","content":null}""")]
    [InlineData("""{"type":"compaction","content":""}""")]
    [InlineData("""{"type":"compaction"}""")]
    public void A_compaction_that_failed_drops_nothing(string block) => Assert.Equal("User:a Assistant: User:c", Texts(
        """{"role":"user","content":"a"}""", $$"""{"role":"assistant","content":[{{block}}]}""", """{"role":"user","content":"c"}"""));

    [Fact]
    public void Instructions_for_one_turn_are_gone_after_the_users_next_message() => Assert.Equal("User:a User:c System:two", Texts(
        """{"role":"user","content":"a"}""",
        """{"role":"system","content":"one","clear_at":"next_user_message"}""",
        """{"role":"user","content":"c"}""",
        """{"role":"system","content":"two","clear_at":"next_user_message"}"""));

    [Fact]
    public void Other_instructions_stay() => Assert.Equal("User:a System:one User:c", Texts(
        """{"role":"user","content":"a"}""",
        """{"role":"system","content":"one","clear_at":"never"}""",
        """{"role":"user","content":"c"}"""));

    [Theory]
    [InlineData("""{"role":"system","content":[],"output_config":{"effort":"xhigh"}},{"role":"user","content":"b"}""", "xhigh")]
    [InlineData("""{"role":"system","output_config":{"effort":"xhigh"}},{"role":"user","content":"b"}""", "xhigh")]
    [InlineData("""{"role":"system","content":"x","output_config":{"effort":"max"}},{"role":"user","content":"b"}""", "max")]
    [InlineData("""{"role":"system","content":"x","output_config":{}},{"role":"user","content":"b"}""", "low")]
    [InlineData("""{"role":"user","content":"b"},{"role":"system","content":[],"output_config":{"effort":"xhigh"}}""", "low")]
    public void An_effort_in_the_conversation_counts_from_the_next_user_message(string messages, string effort)
    {
        var request = Resolve($$"""{"role":"user","content":"a"},{"role":"assistant","content":"x"},{{messages}}""");
        Assert.Equal(effort, request.Effort.ToString(request.Body.Span));
        Assert.DoesNotContain(request.Messages, static message => message.Content.IsEmpty);
    }

    private static string Texts(params string[] messages)
    {
        var request = Resolve(string.Join(',', messages));
        return string.Join(' ', request.Messages.Select(message => $"{message.Role}:{Text(message, request)}"));
    }

    private static string Text(Message message, MessagesRequest request) =>
        string.Concat(message.Content.OfType<TextBlock>().Select(block => block.Text.ToString(request.Body.Span)));

    private static MessagesRequest Resolve(string messages) => Conversation.Resolve(MessagesRequest.Parse(Encoding.UTF8.GetBytes(
        $$"""{"model":"m","max_tokens":9,"output_config":{"effort":"low"},"messages":[{{messages}}]}""")));
}
