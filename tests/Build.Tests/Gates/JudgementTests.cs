using ContainerSecurity.Findings;
using ContainerSecurity.Formats.TrivyIgnore;
using ContainerSecurity.Gates;

namespace Build.Tests.Gates;

public sealed class JudgementTests
{
    private static readonly Finding Bad = new() { RuleId = "a", Severity = Severity.High, Message = "bad" };

    private static readonly Judgement Clean = new() { Gate = "test", FailOn = Severity.High, Notes = ["by hand"] };

    [Fact]
    public void What_is_not_seen_is_no_pass_and_a_finding_outranks_it()
    {
        Assert.Equal(Verdict.Pass, Clean.Decide().Verdict);
        Assert.Equal(Verdict.Incomplete, (Clean with { Unseen = ["dark"] }).Decide().Verdict);
        Assert.Equal(Verdict.Fail, (Clean with { Unseen = ["dark"], Findings = [Bad] }).Decide().Verdict);
    }

    [Theory]
    [InlineData("Medium", true)]
    [InlineData("High", true)]
    [InlineData("Critical", false)]
    [InlineData(null, false)]
    public void The_threshold_decides_which_findings_fail(string? threshold, bool fails)
    {
        var judgement = Clean with { Findings = [Bad], FailOn = threshold is null ? null : Enum.Parse<Severity>(threshold) };

        Assert.Equal(fails ? Verdict.Fail : Verdict.Pass, judgement.Decide().Verdict);
        Assert.Equal(Verdict.Fail, (judgement with { AlwaysFails = _ => true }).Decide().Verdict);
    }

    [Fact]
    public void The_first_note_says_why_the_gate_fails_and_the_next_what_was_not_seen() =>
        Assert.Equal(
            ["1 finding at or above high.", "dark", "by hand"], (Clean with { Unseen = ["dark"], Findings = [Bad] }).Decide().Notes.AsEnumerable());

    [Fact]
    public void What_an_exception_covers_stays_in_the_report_and_fails_nothing()
    {
        var today = new DateOnly(2026, 11, 24);
        var entry = new IgnoreEntry { Id = "a", Statement = "why not", ExpiresAt = today.AddDays(60), Line = 1 };

        var result = (Clean with { Findings = [Bad], Exceptions = new Exceptions([entry], today, SawAll: true) }).Decide();

        Assert.Equal((Verdict.Pass, "why not"), (result.Verdict, Assert.Single(result.Findings).Suppressed?.Statement));
    }
}
