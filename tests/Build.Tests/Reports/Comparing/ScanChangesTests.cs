using ContainerSecurity.Findings;
using ContainerSecurity.Reports.Comparing;

namespace Build.Tests.Reports.Comparing;

public sealed class ScanChangesTests
{
    [Fact]
    public void A_finding_whose_line_moved_is_the_same() =>
        Assert.Equal((0, 0, 1), Compare([Found("A", 3)], [Found("A", 9)]));

    [Fact]
    public void New_and_gone_findings_are_told_apart() =>
        Assert.Equal((1, 1, 1), Compare([Found("A"), Found("B")], [Found("A"), Found("C")]));

    [Fact]
    public void Two_of_a_kind_and_one_leave_one() =>
        Assert.Equal((1, 0, 1), Compare([Found("A")], [Found("A"), Found("A")]));

    [Fact]
    public void What_an_exception_covers_now_is_gone() =>
        Assert.Equal((0, 1, 0), Compare([Found("A")], [Found("A") with { Suppressed = new Suppression("x") }]));

    [Fact]
    public void Without_a_fingerprint_place_and_message_tell() =>
        Assert.Equal((0, 0, 1), Compare([Found("A") with { Fingerprint = null }], [Found("A", 9) with { Fingerprint = null }]));

    [Fact]
    public void Verdicts_that_changed_came_or_went_are_told()
    {
        var changes = ScanChanges.Between(
            Report([]) with { Gates = [Gate("lint", Verdict.Pass), Gate("old", Verdict.Pass), Gate("same", Verdict.Fail)] },
            Report([]) with { Gates = [Gate("lint", Verdict.Fail), Gate("new", Verdict.Pass), Gate("same", Verdict.Fail)] });

        Assert.Equal(
            ["lint: Pass, Fail", "new: , Pass", "old: Pass, "],
            changes.Verdicts.Select(change => $"{change.Name}: {change.Before}, {change.Now}"));
    }

    private static (int Added, int Gone, int Same) Compare(Finding[] before, Finding[] now)
    {
        var changes = ScanChanges.Between(Report(before), Report(now));
        return (changes.Added.Length, changes.Gone.Length, changes.Same);
    }

    private static ScanReport Report(Finding[] findings) => new([], [Gate("lint", Verdict.Fail) with { Findings = [.. findings] }], Strict: false);

    private static GateResult Gate(string name, Verdict verdict) => new() { Name = name, Engine = "test", Verdict = verdict };

    private static Finding Found(string rule, int line = 1) =>
        new() { RuleId = rule, Severity = Severity.High, Message = "m", File = "f", Line = line, Fingerprint = rule + ":1" };
}
