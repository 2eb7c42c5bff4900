using ContainerSecurity.Findings;

namespace Acceptance.Tests.Reports;

/// <summary>A run as people meet it, with something to see in every part of the page.</summary>
internal static class ShownReport
{
    public const int Findings = 7;

    public static ScanReport Create() => new(
        [
            new ImageIdentity("registry.example/team/service:1.4.0", Digest('a'), Digest('b'), "linux/amd64")
            {
                Layers =
                [
                    new LayerSummary(Digest('c'), 77_312_000, "/bin/sh -c #(nop) ADD file in /"),
                    new LayerSummary(Digest('d'), 31_404_032, "RUN apt-get update && apt-get install --no-install-recommends -y curl jq"),
                    new LayerSummary(Digest('e'), 14_599_680, "COPY service /usr/local/bin/service"),
                    new LayerSummary(Digest('f'), 3_072, "COPY etc/ /etc/"),
                ],
            },
        ],
        [Vulnerabilities, Lint, Secrets, Sbom, Policy],
        Strict: true)
    {
        Target = "Scan",
        Command = "./build.sh --target=Scan --strict",
        Source = new SourceRevision("4f1c0d9e7a2b3c5d6e8f90a1b2c3d4e5f6071829", Modified: false),
        Tools = [new ToolVersion("container security suite", "2.0.0"), new ToolVersion(".NET", "10.0.12"), new ToolVersion("trivy", "0.75.0")],
        Claims =
        [
            new ClaimResult("CT-1.2", "Root User", "No process in the container runs as root.", [
                new CheckResult("image-user", "image")
                {
                    Evidence = ["User 65532:65532 in the configuration"],
                    Planted = ["USER root", "USER 0:0"],
                },
                new CheckResult("stage-user", "tree") { Evidence = ["Dockerfile:31: USER 65532:65532"], Planted = ["no USER"] },
            ]),
            new ClaimResult("NS-3.2", "Minimal Port Exposure", "Only port 8082 is exposed.", [
                new CheckResult("image-ports", "image") { Broken = ["8083/tcp is exposed"], Planted = ["EXPOSE 22"] },
            ]),
        ],
        Controls =
        [
            new ControlResult("CIS Docker Benchmark 1.7", "4.1", "Containers do not run as root", ["CT-1.2 (image-user)"], null),
            new ControlResult("CIS Docker Benchmark 1.7", "4.5", "Content trust", [], "images are verified by digest instead"),
        ],
    };

    private static GateResult Vulnerabilities => new()
    {
        Name = "vulnerabilities",
        Engine = "trivy",
        EngineVersion = "0.75.0",
        Verdict = Verdict.Fail,
        Coverage = Coverage.None.Text("os", "debian 12.15", "debian 12.15").Count("packages", 143, "package").Say("database 3 h old"),
        Notes = ["3 findings at or above high."],
        Findings =
        [
            Vulnerability("CVE-2026-3094", Severity.Critical, "liblzma5", "5.4.1-0.2", "5.4.1-1", "xz: code that was hidden in the release") with
            {
                KnownExploited = true, Epss = 0.847, Cvss = 10,
            },
            Vulnerability("CVE-2026-1180", Severity.High, "openssl", "3.0.17", "3.0.22", "openssl: a certificate ends the program") with
            {
                Epss = 0.031, Cvss = 7.5,
            },
            Vulnerability("CVE-2026-0727", Severity.High, "libc6", "2.36-9", null, "glibc: names are read past their end") with { Epss = 0.004 },
            Vulnerability("CVE-2026-2219", Severity.Medium, "curl", "7.88.1", "8.1.0", "curl: cookies reach another host") with { Blocks = null },
        ],
        Next = "./build.sh --target=Scan --strict",
        Duration = TimeSpan.FromSeconds(8.4),
    };

    private static GateResult Lint => new()
    {
        Name = "lint",
        Engine = "hadolint",
        EngineVersion = "2.15.1",
        Verdict = Verdict.Pass,
        Coverage = Coverage.None.List("files", ["Dockerfile"], "Dockerfile").Count("instructions", 33, "instruction"),
        Findings =
        [
            new Finding
            {
                RuleId = "DL3008",
                Severity = Severity.Medium,
                Message = "Pin versions in apt-get install.",
                File = "Dockerfile",
                Line = 12,
                Help = "Write package=version. https://github.com/hadolint/hadolint/wiki/DL3008",
                Suppressed = new Suppression("Dockerfile:11", "the snapshot mirror keeps one version", new DateOnly(2027, 1, 31)),
            },
        ],
        Duration = TimeSpan.FromSeconds(0.6),
    };

    private static GateResult Secrets => new()
    {
        Name = "secrets",
        Engine = "trivy",
        EngineVersion = "0.75.0",
        Verdict = Verdict.Fail,
        Coverage = Coverage.None.Count("files", 214, "file").Count("layers", 4, "layer"),
        Notes = ["1 finding at or above high."],
        Findings =
        [
            new Finding
            {
                RuleId = "private-key",
                Severity = Severity.High,
                Message = "A private key lies in a layer, although a later one removes it.",
                File = "/etc/ssl/private/service.pem",
                Layer = Digest('d'),
                Help = "Use RUN --mount=type=secret, and replace the key: it was readable.",
                Claim = "SM-2.2",
                Blocks = true,
            },
        ],
        Next = "./build.sh --target=Scan --strict",
        Duration = TimeSpan.FromSeconds(2.1),
    };

    private static GateResult Sbom => new()
    {
        Name = "sbom",
        Engine = "built-in",
        Verdict = Verdict.Incomplete,
        Notes = ["The image has no bill of materials, so nothing could be compared with it."],
        Next = "./build.sh --target=Tools",
    };

    private static GateResult Policy => new()
    {
        Name = "policy",
        Engine = "built-in",
        Verdict = Verdict.Fail,
        Coverage = Coverage.None.Count("claims", 2, "claim"),
        Notes = ["1 finding at or above high."],
        Findings =
        [
            new Finding
            {
                RuleId = "NS-3.2",
                Severity = Severity.High,
                Message = "Minimal Port Exposure: 8083/tcp is exposed.",
                File = "Dockerfile",
                Line = 29,
                Help = "Remove it, or add the port to the policy.",
                Claim = "NS-3.2",
                Blocks = true,
            },
        ],
        Next = "./build.sh --target=Verify --strict",
        Duration = TimeSpan.FromSeconds(0.9),
    };

    private static Finding Vulnerability(string id, Severity severity, string package, string installed, string? fix, string title) => new()
    {
        RuleId = id,
        Severity = severity,
        Message = $"{package} {installed}: {title}",
        Package = package,
        InstalledVersion = installed,
        FixedVersion = fix,
        Layer = Digest('c'),
        Platform = "linux/amd64",
        Help = fix is null ? "There is no fixed version yet." : $"Update {package} to {fix}.",
        Blocks = true,
    };

    private static string Digest(char digit) => "sha256:" + string.Concat(Enumerable.Repeat($"{digit}10f", 16));
}
