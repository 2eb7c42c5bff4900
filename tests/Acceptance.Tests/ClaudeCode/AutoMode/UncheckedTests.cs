using Acceptance.Tests.ClaudeCode.Upstream;

namespace Acceptance.Tests.ClaudeCode.AutoMode;

/// <summary>Where the proxy checks nothing: it says so, and Claude Code's own questions to a model go through.</summary>
[Collection(AutoModeFixture.Collection)]
public sealed class UncheckedTests(AutoModeFixture fixture)
{
    [SkippableFact]
    public async Task A_proxy_that_is_told_not_to_check_clears_nothing_and_the_person_is_asked()
    {
        var session = await fixture.BeginAsync(ClaudeCodeVersion.Newest, mode: "off");
        var (command, trace) = session.WriteScript("tidy.sh");
        fixture.Play(Verdict.NotFlagged(), Call.Bash(command));

        await using var terminal = await session.OpenAsync("Tidy up.");
        await terminal.WaitForAsync("Auto mode can't check actions in this session");

        Assert.False(File.Exists(trace));
        Assert.Empty(fixture.Questions);
    }

    /// <summary>As clients ask that do not know the server's check, or have it switched off: 140 kB, answered by a number for the harm.</summary>
    [SkippableTheory]
    [InlineData(0, true)]
    [InlineData(90, false)]
    public async Task What_Claude_Code_itself_asks_of_a_call_reaches_the_model_and_the_answer_counts(int severity, bool runs)
    {
        var session = await fixture.BeginAsync(ClaudeCodeVersion.Pinned);
        var (command, trace) = session.WriteScript("tidy.sh");
        fixture.Play(Answer.Says($"<severity>{severity}</severity>"), Call.Bash(command));

        var shown = await session.AskAsync("Tidy up.", byServer: false);

        Assert.Equal(AutoModeFixture.Done, shown.Output.Trim());
        Assert.Equal(runs, File.Exists(trace));
        Assert.NotEmpty(fixture.Questions);
        Assert.All(fixture.Questions, question => Assert.Contains(command, question));
    }
}
