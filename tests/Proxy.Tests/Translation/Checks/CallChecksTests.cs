using System.Text;
using ClaudeCodeProxy.Anthropic.Responses;
using ClaudeCodeProxy.Configuration;

namespace Proxy.Tests.Translation.Checks;

public sealed class CallChecksTests
{
    [Theory]
    [InlineData("Rules", "clear", "not_flagged")]
    [InlineData("Rules", "hard", "flagged(It sends a key)")]
    [InlineData("Rules", "soft", "flagged(It rewrites a branch)")]
    [InlineData("Rules", "open", "error")]
    [InlineData("Rules", "throw", "error")]
    [InlineData("On", "clear", "not_flagged")]
    [InlineData("On", "hard", "flagged(It sends a key)")]
    [InlineData("On", "soft", null)]
    [InlineData("On", "open", null)]
    [InlineData("On", "throw", null)]
    [InlineData("Model", "clear", null)]
    [InlineData("Model", "hard", "flagged(It sends a key)")]
    [InlineData("Model", "soft", null)]
    [InlineData("Model", "open", null)]
    public void Who_decides_depends_on_the_mode(string mode, string what, string? decided)
    {
        var checks = CheckedRequest.Checks(Enum.Parse<SafeguardMode>(mode))!;
        CheckedRequest.Add(checks, "toolu_1", what);

        Assert.Equal(decided is null, checks.IsPending);
        Assert.Equal(decided is null ? 1 : 0, checks.TakeUnasked().Count);
        Assert.False(checks.HasUnasked);
        Assert.Equal($"toolu_1:{decided ?? "error"}", CheckedRequest.Outcomes(checks));
    }

    /// <summary>What a rule flags stays flagged where rules count; where the model decides all there is no verdict.</summary>
    [Theory]
    [InlineData("On", "soft", "flagged(It rewrites a branch)")]
    [InlineData("On", "open", "timeout")]
    [InlineData("Model", "soft", "timeout")]
    [InlineData("Model", "clear", "timeout")]
    public void Without_a_model_that_answers_nothing_is_cleared(string mode, string what, string outcome)
    {
        var checks = CheckedRequest.Checks(Enum.Parse<SafeguardMode>(mode))!;
        CheckedRequest.Add(checks, "toolu_1", what);

        checks.Fail(checks.TakeUnasked()[0], CallOutcome.Timeout);

        Assert.Equal($"toolu_1:{outcome}", CheckedRequest.Outcomes(checks));
    }

    [Fact]
    public void Each_call_has_its_outcome_by_the_clients_id()
    {
        var checks = CheckedRequest.Checks(SafeguardMode.Rules)!;
        CheckedRequest.Add(checks, "toolu_1", "clear");
        CheckedRequest.Add(checks, "toolu_2", "soft");

        Assert.Equal("toolu_1:not_flagged toolu_2:flagged(It rewrites a branch)", CheckedRequest.Outcomes(checks));
    }

    [Theory]
    [InlineData("""[]""")]
    [InlineData("""[{"type":"prompt_injection"}]""")]
    [InlineData("""[{"classifier_context":{"v":1}}]""")]
    public void Only_who_asks_is_told(string safeguards) =>
        Assert.Null(CheckedRequest.Checks(SafeguardMode.Rules, CheckedRequest.With("""{"role":"user","content":"x"}""", safeguards)));

    [Fact]
    public void Switched_off_there_is_no_check() => Assert.Null(CheckedRequest.Checks(SafeguardMode.Off));

    /// <summary>Where nothing is known of the place nothing is cleared, and no model is asked; a plain danger is one anywhere.</summary>
    [Theory]
    [InlineData("""[{"type":"dangerous_tool_use"}]""")]
    [InlineData("""[{"type":"dangerous_tool_use","classifier_context":null}]""")]
    [InlineData("""[{"type":"dangerous_tool_use","classifier_context":{"rules":{"deny":true}}}]""")]
    public void A_context_that_cannot_be_read_clears_nothing(string safeguards)
    {
        foreach (var mode in new[] { SafeguardMode.On, SafeguardMode.Rules, SafeguardMode.Model })
        {
            var checks = CheckedRequest.Checks(mode, CheckedRequest.With("""{"role":"user","content":"x"}""", safeguards))!;
            CheckedRequest.Add(checks, "a", "clear");
            CheckedRequest.Add(checks, "b", "soft");
            CheckedRequest.Add(checks, "c", "open");

            Assert.False(checks.IsPending);
            Assert.Equal("a:error b:flagged(It rewrites a branch) c:error", CheckedRequest.Outcomes(checks));
        }
    }

    [Fact]
    public void Other_checks_are_told_to_be_none_of_this_proxys()
    {
        var safeguards = $$"""[{"type":"later"},{"type":"dangerous_tool_use","classifier_context":{{CheckedRequest.Context}}},{"type":"later"}]""";
        var checks = CheckedRequest.Checks(SafeguardMode.Rules, CheckedRequest.With("""{"role":"user","content":"x"}""", safeguards))!;

        Assert.Equal(
            """[{"type":"dangerous_tool_use","status":{"type":"available","tool_uses":{}}},{"type":"later","status":{"type":"unsupported"}}]""",
            Encoding.UTF8.GetString(checks.Results()));
    }

    [Fact]
    public void An_explanation_is_one_bounded_line()
    {
        Assert.Equal("a  b", CallOutcome.Flagged("  a\r\nb. ").Explanation);
        Assert.Equal("a b", CallOutcome.Flagged("a\u202Eb").Explanation);
        Assert.Equal(400, CallOutcome.Flagged(new string('x', 5000)).Explanation.Length);
        Assert.True(CallOutcome.Flagged(" . ").IsFlagged);
    }
}
