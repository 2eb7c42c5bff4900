using ContainerSecurity.Findings;

namespace Build.Tests.Reports;

/// <summary>A report with one of everything that a report can hold.</summary>
internal static class SampleReport
{
    public static ScanReport Create() => new(
        [new ImageIdentity("claude-code-proxy:2.0.0", "sha256:" + new string('a', 64), "sha256:" + new string('b', 64), "linux/amd64")],
        [Lint, Secrets, Vulnerabilities],
        Strict: false)
    {
        Target = "Scan",
        Command = "./build.sh --target=Scan",
        Source = new SourceRevision(new string('e', 40), Modified: false) { Repository = "https://example.test/owner/name" },
        Tools = [new ToolVersion("container security suite", "2.0.0"), new ToolVersion("trivy", "0.75.0")],
    };

    private static GateResult Lint => new()
    {
        Name = "lint",
        Engine = "built-in",
        Verdict = Verdict.Fail,
        Coverage = Coverage.None.List("files", ["Dockerfile", "a|b/Dockerfile"], "Dockerfile").Count("rules", 30, "rule"),
        Findings =
        [
            new Finding
            {
                RuleId = "DL3002",
                Severity = Severity.Medium,
                Message = "Last user is root",
                File = "Dockerfile",
                Line = 7,
                Column = 1,
                Blocks = true,
                Fingerprint = "0123456789abcdef:1",
                Help = "Add USER with a number",
            },
            new Finding
            {
                RuleId = "DL3008",
                Severity = Severity.Medium,
                Message = "Pin versions",
                File = "Dockerfile",
                Line = 9,
                Suppressed = new Suppression("Dockerfile:8", "the mirror keeps one version", new DateOnly(2027, 1, 31)),
            },
        ],
        Next = "./build.sh --target=Lint",
        Duration = TimeSpan.FromMilliseconds(12),
    };

    private static GateResult Secrets => new()
    {
        Name = "secrets",
        Engine = "trivy",
        EngineVersion = "0.75.0",
        Verdict = Verdict.Fail,
        Findings = [new Finding
        {
            RuleId = "private-key",
            Severity = Severity.High,
            Message = "A private key",
            Blocks = true,
            File = "/app/key.pem",
            Layer = "sha256:" + new string('c', 64),
            Claim = "SM-2.2",
        }],
        Duration = TimeSpan.FromSeconds(2),
    };

    private static GateResult Vulnerabilities => new()
    {
        Name = "vulnerabilities",
        Engine = "trivy",
        Verdict = Verdict.Incomplete,
        Notes = ["no vulnerability database could be had"],
        Coverage = Coverage.None.Text("os", "debian 12.15", "debian 12.15").Count("packages", 1, "package").Count("bytes", 7)
            .Text("database", "2026-11-24T12:00:00.0000000+00:00").Count("databaseAgeHours", 3).Say("database 3 h old"),
        Findings =
        [
            new Finding
            {
                RuleId = "CVE-2099-0001",
                Severity = Severity.Low,
                Message = "curl 7.88.1: a flaw",
                Package = "curl",
                InstalledVersion = "7.88.1",
                FixedVersion = "99.0-1",
                Layer = "sha256:" + new string('d', 64),
                Platform = "linux/amd64",
                Help = "Update curl to 99.0-1.",
            },
        ],
    };
}
