using Acceptance.Tests.ClaudeCode.Upstream;

namespace Acceptance.Tests.ClaudeCode;

/// <summary>Where the model or its provider says stop: the context is full, the answer is too long, the model will not.</summary>
[Collection(ScriptedUpstreamFixture.Collection)]
public sealed class LimitTests(ScriptedUpstreamFixture fixture)
{
    private const string Summary = "The person said a long thing; the word to remember is walrus.";

    private static readonly string LongThing = string.Concat(Enumerable.Repeat("a long thing ", 500));

    private IReadOnlyList<ChatRequest> Requests => fixture.Upstream.Requests;

    [SkippableTheory]
    [InlineData(400)]
    [InlineData(500)]
    [InlineData(200)]
    public async Task A_conversation_that_outgrows_the_context_is_compacted_and_goes_on_however_that_is_told(int status)
    {
        var isFull = false;
        var session = await fixture.BeginAsync(request =>
            request.UserSaid("<summary> block") ? Answer.Says($"<analysis>Short.</analysis><summary>{Summary}</summary>")
            : isFull && request.UserSaid(LongThing) ? ErrorReply.TooLong(tokens: 131_202, limit: 128_000) with { Status = status }
            : Answer.Says("I have read it."));
        await session.AskAsync($"Remember: {LongThing}");
        isFull = true;

        var shown = await session.AskAsync("And now?", "--continue");

        Assert.Equal((0, "I have read it."), (shown.ExitCode, shown.Output.Trim()));
        Assert.Contains(Requests, request => request.UserSaid("<summary> block"));
        Assert.True(Requests[^1].UserSaid(Summary) && Requests[^1].UserSaid("And now?"));
        Assert.False(Requests[^1].UserSaid(LongThing));
    }

    [SkippableFact]
    public async Task A_first_prompt_that_is_too_long_is_said_to_be_so_with_both_numbers_and_not_repeated()
    {
        var session = await fixture.BeginAsync(_ => ErrorReply.TooLong(tokens: 131_202, limit: 128_000));

        var shown = await session.AskAsync("Say something.");

        Assert.Equal(1, shown.ExitCode);
        Assert.Contains("Prompt is too long", shown.Output);
        Assert.Contains("131202 tokens (limit 128000)", shown.Output);
        Assert.Single(Requests);
    }

    [SkippableFact]
    public async Task An_answer_cut_by_max_tokens_is_continued()
    {
        var session = await fixture.BeginAsync(_ => Requests.Count == 1
            ? Answer.Says("The first half") with { FinishReason = "length" }
            : Answer.Says("and the second."));

        var shown = await session.AskAsync("Say a lot.");

        Assert.Contains("and the second.", shown.Output);
        Assert.Equal(2, Requests.Count);
        Assert.Contains("The first half", Requests[1].Body.GetRawText());
    }

    [SkippableTheory]
    [InlineData(null)]
    [InlineData("I will not help with that.")]
    public async Task A_refusal_is_reported_and_not_asked_for_again_and_again(string? words)
    {
        var session = await fixture.BeginAsync(_ => words is null
            ? Answer.Says("To do that, first") with { FinishReason = "content_filter" }
            : new Answer { Refused = words });

        var shown = await session.AskAsync("Do something bad.");

        Assert.Equal(1, shown.ExitCode);
        Assert.Contains("safeguards flagged this message", shown.Output);
        Assert.InRange(Requests.Count, 1, 2);
    }
}
