using Acceptance.Tests.ClaudeCode.Upstream;

namespace Acceptance.Tests.ClaudeCode;

/// <summary>What no healthy upstream does: Claude Code must neither run half a command nor give up, nor wait for ever.</summary>
[Collection(ScriptedUpstreamFixture.Collection)]
public sealed class FailureTests(ScriptedUpstreamFixture fixture)
{
    private IReadOnlyList<ChatRequest> Requests => fixture.Upstream.Requests;

    [SkippableTheory]
    [InlineData(nameof(Cut.Ended))]
    [InlineData(nameof(Cut.Reset))]
    public async Task A_stream_cut_inside_a_call_runs_nothing_and_is_asked_for_again(string cut)
    {
        var session = await fixture.BeginAsync(_ => Requests.Count == 1
            ? Answer.Asks(Call.Bash("printf half > half.txt; printf '%0200d' 0")) with { Cut = Enum.Parse<Cut>(cut) }
            : Answer.Says("Whole at last."));

        var shown = await session.AskAsync("Create the file.");

        Assert.Contains("Whole at last.", shown.Output);
        Assert.False(File.Exists(session.PathOf("half.txt")));
        Assert.Equal(2, Requests.Count);
        Assert.Empty(Requests[1].ToolResults);
    }

    [SkippableFact]
    public async Task Of_two_calls_the_one_that_was_complete_when_the_stream_was_cut_runs_and_the_other_does_not()
    {
        var session = await fixture.BeginAsync(_ => Requests.Count == 1
            ? Answer.Asks(Call.Bash("printf whole > whole.txt"), Call.Bash("printf half > half.txt")) with { Cut = Cut.Ended }
            : Answer.Says("One of two."));

        var shown = await session.AskAsync("Create two files.");

        Assert.Contains("One of two.", shown.Output);
        Assert.True(File.Exists(session.PathOf("whole.txt")));
        Assert.False(File.Exists(session.PathOf("half.txt")));
        Assert.Single(Requests[^1].ToolResults);
    }

    [SkippableFact]
    public async Task After_a_429_Claude_Code_waits_as_long_as_the_upstream_says_and_then_succeeds()
    {
        const int seconds = 2;
        var session = await fixture.BeginAsync(_ => Requests.Count == 1
            ? new ErrorReply(429, "rate_limit_exceeded", "Rate limit reached for scripted-opus on requests per min.", RetryAfter: seconds)
            : Answer.Says("Through at last."));

        var shown = await session.AskAsync("Say something.");

        Assert.Contains("Through at last.", shown.Output);
        Assert.Equal(2, Requests.Count);
        Assert.True(Requests[1].ReceivedAt - Requests[0].ReceivedAt >= TimeSpan.FromSeconds(seconds), "it came back too early");
    }

    [SkippableTheory]
    [InlineData(401, "invalid_api_key", "check OPENAI_API_KEY where the proxy runs")]
    [InlineData(429, "insufficient_quota", "You exceeded your current quota")]
    public async Task What_no_waiting_mends_is_told_at_once_and_not_asked_for_again(int status, string code, string told)
    {
        var session = await fixture.BeginAsync(_ => new ErrorReply(status, code, "You exceeded your current quota, or your key is wrong."));

        var shown = await session.AskAsync("Say something.");

        Assert.Equal(1, shown.ExitCode);
        Assert.Contains(told, shown.Output);
        Assert.Single(Requests);
    }

    /// <summary>Claude Code itself gives up after 300 s at the earliest; what keeps it is seen by a client that reads beside it.</summary>
    [SkippableFact]
    public async Task A_long_silence_is_filled_with_pings_and_the_answer_is_shown()
    {
        var silence = TimeSpan.FromSeconds(32);
        var session = await fixture.BeginAsync(_ => Answer.Says("Awake again.") with { Silence = silence });

        var reading = RawStream.EventsAsync(session.Environment["ANTHROPIC_BASE_URL"]!);
        var shown = await session.AskAsync("Take your time.");

        Assert.Contains("Awake again.", shown.Output);
        Assert.Equal(2, Requests.Count);
        var events = await reading;
        Assert.Equal(["ping", "ping", "ping", "message_start"], events.Take(4).Select(found => found.Name));
        Assert.InRange(events[0].At, TimeSpan.FromSeconds(9), TimeSpan.FromSeconds(13));
    }
}
