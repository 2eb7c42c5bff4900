using System.Collections.Immutable;
using ContainerSecurity.Findings;

namespace Build.Tests.Releasing;

/// <summary>The record of a strict run in which every gate passed and two claims were proven.</summary>
internal static class PassedRun
{
    /// <param name="database">When the vulnerability database of the run was published.</param>
    public static ScanReport Create(ImmutableArray<ImageIdentity> images, string commit, DateTimeOffset database) => new(
        images,
        [.. ((string[])["lint", "misconfig", "secrets", "vulnerabilities", "sbom", "licenses", "policy"]).Select(name => Gate(name, database))],
        Strict: true)
    {
        Target = "Release",
        Command = "./build.sh --target=Release",
        Source = new SourceRevision(commit, Modified: false),
        Claims = [Claim("CT-1.1", "Base Images"), Claim("SM-2.2", "No Hardcoded Secrets")],
    };

    /// <summary>The same run with a finding in one gate, which changes nothing else.</summary>
    public static ScanReport WithFinding(ScanReport run, string gate, Finding finding) => run with
    {
        Gates = [.. run.Gates.Select(each => each.Name == gate ? each with { Findings = [finding] } : each)],
    };

    public static Finding Finding(Severity severity, Suppression? suppressed = null) =>
        new() { RuleId = "CVE-2099-0001", Severity = severity, Message = "a flaw", Suppressed = suppressed };

    private static GateResult Gate(string name, DateTimeOffset database) => new()
    {
        Name = name,
        Engine = "built-in",
        Verdict = Verdict.Pass,
        Coverage = name == "vulnerabilities"
            ? Coverage.None.Text("database", $"{database:O}").Count("databaseAgeHours", 3).Say("database 3 h old")
            : Coverage.None,
        Duration = TimeSpan.FromMilliseconds(name.Length),
    };

    private static ClaimResult Claim(string id, string name) => new(id, name, "We promise it.", [new CheckResult("stage-base", "tree")
    {
        Evidence = ["seen"],
        Planted = ["another base"],
    }]);
}
