using System.Collections.Immutable;
using ContainerSecurity.Findings;

namespace Build.Tests.Reports;

/// <summary>Records of any shape that a run can leave, with texts that no report may take for its own syntax.</summary>
internal sealed class RandomReport
{
    private static readonly string[] Texts =
    [
        "plain words", "<script>alert(1)</script>", "a & b < c > \"d\" 'e'", "| cell | `code` **bold** [link](javascript:alert(1))",
        "line one\nline two", "\u001b[31mred\u001b[0m", "\u0000\u0001\u0007\b", "\u202ereversed\u202c \u2066isolated\u2069", "--> ]]> <!--",
        "::error file=x::y%0A%25", "ünï·コード 🐳", "</table></details></div>", "trailing space ", "", "\r\nnext",
        "{{ template }} ${{ github.token }}", "\ufeffmark \u200bwide", "\ufffe\uffff",
    ];

    private readonly Random _random;

    private RandomReport(int seed) => _random = new Random(seed);

    public static ScanReport Create(int seed)
    {
        var random = new RandomReport(seed);
        var images = random.Many(2, random.Image);
        return random._random.Next(20) == 0
            ? ScanReport.CouldNotRun(random.Text())
            : new ScanReport(images, [.. random.Many(7, random.Gate).DistinctBy(gate => gate.Name)], random.Flag())
            {
                Target = random.Maybe(() => "Scan"),
                Command = random.Maybe(() => "./build.sh --target=Scan"),
                Source = random.Maybe(() => new SourceRevision(random.Digits(40), random.Flag())
                {
                    Repository = random.Maybe(() => "https://example.test/a/b"),
                }),
                CreatedAt = random.Flag() ? DateTimeOffset.FromUnixTimeSeconds(random._random.Next()) : null,
                Tools = random.Many(3, () => new ToolVersion(random.Text(), "1.0")),
                Claims = random.Many(4, random.Claim),
                Controls = random.Many(3, () => new ControlResult(
                    random.Text(), random.Text(), random.Text(), random.Many(2, random.Text), random.Maybe(random.Text))),
            };
    }

    private ImageIdentity Image() => new(Text(), Digest(), Maybe(Digest), Pick("linux/amd64", "linux/arm64"))
    {
        Layers = Many(4, () => new LayerSummary(Digest(), _random.NextInt64(1L << 40), Maybe(Text))),
    };

    private GateResult Gate() => new()
    {
        Name = Pick("lint", "misconfig", "secrets", "vulnerabilities", "sbom", "licenses", "policy"),
        Engine = Pick("trivy", "built-in", "none"),
        EngineVersion = Maybe(() => "0.75.0"),
        Verdict = Pick(Enum.GetValues<Verdict>()),
        Coverage = Flag()
            ? Coverage.None
            : Coverage.None.Count("files", _random.Next(), "file").List("names", Many(3, Text)).Text("text", Text(), Text()),
        Findings = Many(9, Finding),
        Notes = Many(3, Text),
        Next = Maybe(() => "./build.sh --target=Lint"),
        Duration = Flag() ? TimeSpan.FromMilliseconds(_random.Next()) : null,
    };

    private Finding Finding() => new()
    {
        RuleId = Pick("DL3002", "CVE-2026-0001", "CT-1.1", $"x{string.Concat(Text().Where(letter => !char.IsWhiteSpace(letter)))}"),
        Severity = Pick(Enum.GetValues<Severity>()),
        Message = Text(),
        File = Maybe(() => Pick("Dockerfile", "/app/key.pem", "a b/<ü>.sh", "../up/%41#x?y", Text() + "f")),
        Line = Flag() ? _random.Next(1, 9999) : null,
        Column = Flag() ? _random.Next(1, 99) : null,
        Layer = Maybe(Digest),
        Platform = Maybe(() => "linux/amd64"),
        Package = Maybe(Text),
        InstalledVersion = Maybe(Text),
        FixedVersion = Maybe(Text),
        Purl = Maybe(() => "pkg:deb/debian/curl@7.88.1"),
        KnownExploited = Flag() ? true : null,
        Epss = Flag() ? Math.Round(_random.NextDouble(), 5) : null,
        Cvss = Flag() ? Math.Round(_random.NextDouble() * 10, 1) : null,
        Help = Maybe(Text),
        Claim = Maybe(() => "CT-1.1"),
        Fingerprint = Maybe(() => Digits(16) + ":1"),
        Blocks = Flag() ? true : null,
        Suppressed = Maybe(() => new Suppression(Text(), Maybe(Text), Flag() ? DateOnly.FromDayNumber(_random.Next(700000, 760000)) : null)),
    };

    private ClaimResult Claim() => new(Pick("CT-1.1", "SM-2.2"), Text(), Text(), Many(3, () => new CheckResult(Text(), Pick("tree", "image"))
    {
        Evidence = Many(2, Text),
        Broken = Many(2, Text),
        Unseen = Many(2, Text),
        IsLeftOut = Flag(),
        Planted = Many(2, Text),
        Missed = Many(2, Text),
        NotTried = Maybe(Text),
    }));

    private string Text() => Pick(Texts);

    private string Digest() => "sha256:" + Digits(64);

    private string Digits(int count) => _random.GetHexString(count, lowercase: true);

    private bool Flag() => _random.Next(2) == 0;

    private T? Maybe<T>(Func<T> create) where T : class => Flag() ? create() : null;

    private T Pick<T>(params T[] from) => from[_random.Next(from.Length)];

    private ImmutableArray<T> Many<T>(int most, Func<T> create) => [.. Enumerable.Range(0, _random.Next(most + 1)).Select(_ => create())];
}
