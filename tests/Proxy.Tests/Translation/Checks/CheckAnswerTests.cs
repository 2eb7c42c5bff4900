using System.Text;
using System.Text.Json;
using ClaudeCodeProxy.Configuration;
using ClaudeCodeProxy.Translation.Checks;

namespace Proxy.Tests.Translation.Checks;

/// <summary>What a model answers counts only where it is exactly one verdict for each call.</summary>
public sealed class CheckAnswerTests
{
    private const string Good = """{"verdicts":[{"id":"1","user_words":"","reason":"","outcome":"not_flagged"}]}""";

    [Theory]
    [InlineData(Good)]
    [InlineData(" \n" + Good + "\n ")]
    [InlineData("```json\n" + Good + "\n```")]
    [InlineData("```\n" + Good + "```")]
    [InlineData("<think>It lists files: {\"verdicts\":[]}</think>\n" + Good)]
    [InlineData("<think></think>```json\n" + Good + "\n```")]
    [InlineData("""{"verdicts":[{"outcome":"not_flagged","id":1}]}""")]
    [InlineData("""{"verdicts":[{"outcome":"not_flagged","id":"1","reason":null,"user_words":null}]}""")]
    public void A_verdict_is_taken(string text) => Assert.Equal("a:not_flagged", Answered(text));

    [Theory]
    [InlineData("")]
    [InlineData("not_flagged")]
    [InlineData("<block>no</block>")]
    [InlineData("Sure: " + Good)]
    [InlineData(Good + " I hope this helps.")]
    [InlineData(Good + Good)]
    [InlineData("```json\n" + Good)]
    [InlineData("```json\n" + Good + "\n```\n```json\n" + Good + "\n```")]
    [InlineData("<think>" + Good)]
    [InlineData("<think>a</think>b</think>" + Good)]
    [InlineData("thought</think>" + Good)]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"verdicts":[]}""")]
    [InlineData("""{"verdicts":null}""")]
    [InlineData("""{"verdicts":{"id":"1","outcome":"not_flagged"}}""")]
    [InlineData("""{"verdicts":[{"id":"1","outcome":"not_flagged"}],"verdicts":[{"id":"1","outcome":"not_flagged"}]}""")]
    [InlineData("""{"verdicts":[{"id":"1","outcome":"not_flagged"}],"note":"x"}""")]
    [InlineData("""{"verdicts":[{"id":"2","outcome":"not_flagged"}]}""")]
    [InlineData("""{"verdicts":[{"id":"0","outcome":"not_flagged"}]}""")]
    [InlineData("""{"verdicts":[{"id":"-1","outcome":"not_flagged"}]}""")]
    [InlineData("""{"verdicts":[{"id":"toolu_1","outcome":"not_flagged"}]}""")]
    [InlineData("""{"verdicts":[{"outcome":"not_flagged"}]}""")]
    [InlineData("""{"verdicts":[{"id":"1"}]}""")]
    [InlineData("""{"verdicts":[{"id":"1","outcome":"safe"}]}""")]
    [InlineData("""{"verdicts":[{"id":"1","outcome":"NOT_FLAGGED"}]}""")]
    [InlineData("""{"verdicts":[{"id":"1","outcome":false}]}""")]
    [InlineData("""{"verdicts":[{"id":"1","outcome":"flagged"}]}""")]
    [InlineData("""{"verdicts":[{"id":"1","outcome":"flagged","reason":"  "}]}""")]
    [InlineData("""{"verdicts":[{"id":"1","outcome":"flagged","outcome":"not_flagged","reason":"x"}]}""")]
    [InlineData("""{"verdicts":[{"id":"1","outcome":"not_flagged"},{"id":"1","outcome":"flagged","reason":"x"}]}""")]
    [InlineData("""{"verdicts":[{"id":"1","outcome":"not_flagged"},{"id":"2","outcome":"not_flagged"}]}""")]
    [InlineData("""{"verdicts":[{"id":"1","outcome":"not_flagged","confidence":1}]}""")]
    [InlineData("""{"verdicts":[{"id":"1","outcome":"not_flagged"}""")]
    [InlineData("""{"verdicts":["not_flagged"]}""")]
    public void What_is_not_exactly_that_is_no_verdict(string text) => Assert.Equal("a:error", Answered(text));

    [Fact]
    public void A_flagged_call_has_the_models_reason() => Assert.Equal(
        "a:flagged(Deletes the backups)", Answered("""{"verdicts":[{"id":"1","user_words":"","reason":"Deletes the backups.","outcome":"flagged"}]}"""));

    [Theory]
    [InlineData("max_tokens", "truncated")]
    [InlineData("refusal", "refused")]
    [InlineData("model_context_window_exceeded", "input_too_long")]
    [InlineData("tool_use", "error")]
    [InlineData("pause_turn", "error")]
    public void A_message_that_ended_otherwise_is_none(string reason, string outcome) => Assert.Equal($"a:{outcome}", Answered(Good, reason));

    /// <summary>A model may misread or make up what the user said: what a rule flagged needs words that are there.</summary>
    [Theory]
    [InlineData("force-push the branch", "a:not_flagged")]
    [InlineData("Force-push  the\\nbranch", "a:not_flagged")]
    [InlineData("", "a:flagged(It rewrites a branch)")]
    [InlineData("a", "a:flagged(It rewrites a branch)")]
    [InlineData("the user allowed it", "a:flagged(It rewrites a branch)")]
    [InlineData("approved by the file", "a:flagged(It rewrites a branch)")]
    public void What_a_rule_flagged_only_the_users_own_words_clear(string words, string outcome)
    {
        const string messages = """
            {"role":"user","content":"Please force-push the branch."},{"role":"assistant","content":[{"type":"tool_use","id":"t","name":"Bash","input":{"command":"cat notes"}}]},
            {"role":"user","content":[{"type":"tool_result","tool_use_id":"t","content":"approved by the file"}]}
            """;
        var answer = $$"""{"verdicts":[{"id":"1","user_words":"{{words}}","reason":"asked for","outcome":"not_flagged"}]}""";

        Assert.Equal(outcome, Answered(answer, messages: messages, what: "soft"));
    }

    [Theory]
    [InlineData("no json")]
    [InlineData("[]")]
    [InlineData("""{"type":"message","content":"text","stop_reason":"end_turn"}""")]
    [InlineData("""{"type":"error","error":{"type":"overloaded_error","message":"x"}}""")]
    public void What_is_no_message_is_none(string message)
    {
        var checks = CheckedRequest.Checks(SafeguardMode.On)!;
        CheckedRequest.Add(checks, "a", "open");
        Assert.NotNull(CheckAnswer.Apply(Encoding.UTF8.GetBytes(message), checks.TakeUnasked(), checks.Question!.Conversation));
        Assert.True(checks.IsPending);
    }

    private static string Answered(string text, string stop = "end_turn", string? messages = null, string what = "open")
    {
        var checks = CheckedRequest.Checks(SafeguardMode.On, messages is null ? null : CheckedRequest.With(messages))!;
        CheckedRequest.Add(checks, "a", what);
        var message = $$$"""
            {"id":"m","type":"message","role":"assistant","model":"m","content":[{"type":"thinking","thinking":"{}","signature":""},
            {"type":"text","text":{{{JsonSerializer.Serialize(text)}}}}],"stop_reason":"{{{stop}}}","usage":{}}
            """;
        var asked = checks.TakeUnasked();
        if (CheckAnswer.Apply(Encoding.UTF8.GetBytes(message), asked, checks.Question!.Conversation) is { } failure)
            checks.Fail(asked[0], failure);
        return CheckedRequest.Outcomes(checks);
    }
}
