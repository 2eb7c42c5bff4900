using ContainerSecurity.Findings;

namespace Build.Tests.Gates.Lint.Runs;

/// <summary>A run of Hadolint 2.15.1 as it happened, by what was in the repository and what the program then printed.</summary>
/// <param name="Name">What the run shows.</param>
/// <param name="Dockerfile">One letter stands for one byte.</param>
internal sealed record HadolintRun(string Name, string Dockerfile, int Exit, string Output)
{
    public const string Clean = "FROM scratch\nUSER 1000\n";
    public const string Root = "FROM scratch\nUSER 0\n";

    /// <summary>What is found in <see cref="Root"/>.</summary>
    public const string OneWarning =
        """[{"code":"DL3002","column":1,"file":"./Dockerfile","level":"warning","line":2,"message":"Last USER should not be root"}]""";

    private const string OneInfo =
        """[{"code":"DL3066","column":1,"file":"./Dockerfile","level":"info","line":2,"message":"Non-numeric user-id may not be resolvable by host system"}]""";
    private const string Unreadable =
        """[{"code":"DL1000","column":1,"file":"./Dockerfile","level":"error","line":2,"message":"unexpected 'F'\nexpecting '#', ADD"}]""";
    private const string Blind = """[{"code":"DL1000","column":1,"file":"./Dockerfile","level":"error","line":5,"message":"unexpected 'U'"}]""";
    private const string Codacy = """{"filename":"Dockerfile","line":2,"message":"Last USER should not be root","patternId":"DL3002"}""";

    private const string ConfigurationComplaint =
        "\"Error parsing your config file in  'hadolint.yaml':\\nIt should contain one of the keys 'override', 'ignored'\\nor "
        + "'trustedRegistries'.\"\n";

    /// <summary>What it printed beside its findings.</summary>
    public string Errors { get; init; } = "";

    /// <summary>The repository's configuration; null for none.</summary>
    public string? Configuration { get; init; }

    /// <summary>Its name.</summary>
    public string ConfigurationFile { get; init; } = "hadolint.yaml";

    public required Verdict Verdict { get; init; }

    public override string ToString() => Name;

    public static IEnumerable<HadolintRun> All =>
    [
        new("no finding", Clean, 0, "[]") { Verdict = Verdict.Pass },
        new("a finding", Root, 1, OneWarning) { Verdict = Verdict.Fail },
        new("a finding, and an exit code that something talked into 0", Root, 0, OneWarning) { Verdict = Verdict.Fail },
        new("no finding, and an exit code that says otherwise", Clean, 1, "[]") { Verdict = Verdict.Error },
        new("a file that nobody can read", "FROM scratch\nFOO b\n", 1, Unreadable) { Verdict = Verdict.Fail },
        new("a file that only Hadolint cannot read", "FROM scratch\nCOPY <<X /b\ntrue\nX\nUSER 1000\n", 1, Blind) { Verdict = Verdict.Pass },
        new("a file without any instruction", "", 0, "[]") { Verdict = Verdict.Fail },
        new("a file of comments", "# nothing\n", 0, "[]") { Verdict = Verdict.Fail },
        new("a flag that no builder knows", "FROM scratch\nCOPY --user=1 b /c\nUSER 1000\n", 0, "[]") { Verdict = Verdict.Fail },
        new("line ends of Windows", "FROM scratch\r\nUSER 1000\r\n", 0, "[]") { Verdict = Verdict.Pass },
        new("a byte order mark", "\u00ef\u00bb\u00bfFROM scratch\nUSER 1000\n", 0, "[]") { Verdict = Verdict.Pass },
        new("a comment that is not UTF-8", "FROM scratch\n# caf\u00e9\nUSER 1000\n", 0, "[]") { Verdict = Verdict.Pass },
        new("the format of codacy, which a variable turns on and which always ends with 0", Root, 0, Codacy) { Verdict = Verdict.Error },
        new("the format for people", Root, 1, "Dockerfile:2 DL3002 warning: Last USER should not be root\n") { Verdict = Verdict.Error },
        new("two formats at once", Root, 1, OneWarning + Codacy) { Verdict = Verdict.Error },
        new("nothing at all", Root, 0, "") { Verdict = Verdict.Error },
        new("a report that was cut", Root, 1, OneWarning[..40]) { Verdict = Verdict.Error },
        new("no file named", Root, 1, "Please provide a Dockerfile\n") { Verdict = Verdict.Error },
        new(
            "a file that vanished",
            Root,
            1,
            "") { Errors = "hadolint: Dockerfile: withBinaryFile: does not exist (No such file or directory)\n", Verdict = Verdict.Error },
        new(
            "an option that it does not know",
            Root,
            1,
            "") { Errors = "Invalid option `--nope'\n\nUsage: hadolint [-v|--version]\n", Verdict = Verdict.Error },
        new("a configuration that it could not read", Root, 0, "[]") { Errors = ConfigurationComplaint, Verdict = Verdict.Error },
        new(
            "its settings, which a variable makes it tell",
            Root,
            1,
            OneWarning) { Errors = "Configuration:\n  no fail: False\n", Verdict = Verdict.Error },
        new("an empty configuration", Root, 1, OneWarning) { Configuration = "", Verdict = Verdict.Error },
        new("a configuration that is no YAML", Root, 1, OneWarning) { Configuration = "ignored: [DL3002\n  x: y", Verdict = Verdict.Error },
        new("a key that it does not know", Root, 1, OneWarning) { Configuration = "ignores: [DL3002]\n", Verdict = Verdict.Error },
        new("a key of an option's name", Root, 1, OneWarning) { Configuration = "trusted-registries: [docker.io]\n", Verdict = Verdict.Error },
        new(
            "keys in another style",
            Root,
            1,
            OneWarning) { Configuration = "labelSchema:\n  a: text\nstrictLabels: true\n", Verdict = Verdict.Error },
        new("a threshold that is none", Root, 1, OneWarning) { Configuration = "failure-threshold: banana\n", Verdict = Verdict.Error },
        new("a number for a list", Root, 1, OneWarning) { Configuration = "ignored: 3\n", Verdict = Verdict.Error },
        new("a code that is none", Root, 1, OneWarning) { Configuration = "ignored: [XX1]\n", Verdict = Verdict.Error },
        new("a level that is none", Root, 1, OneWarning) { Configuration = "override:\n  fatal: [DL3002]\n", Verdict = Verdict.Error },
        new("a kind of label that is none", Root, 1, OneWarning) { Configuration = "label-schema:\n  a: banana\n", Verdict = Verdict.Error },
        new("a rule ignored", Root, 0, "[]") { Configuration = "ignored: [DL3002]\n", Verdict = Verdict.Pass },
        new(
            "a rule ignored in a hidden file",
            Root,
            0,
            "[]") { Configuration = "ignored: [DL3002]\n", ConfigurationFile = ".hadolint.yaml", Verdict = Verdict.Pass },
        new(
            "a rule ignored in the other hidden file",
            Root,
            0,
            "[]") { Configuration = "ignored: [DL3002]\n", ConfigurationFile = ".hadolint.yml", Verdict = Verdict.Pass },
        new("a format that disarms the exit code", Root, 0, OneWarning) { Configuration = "format: codacy\n", Verdict = Verdict.Fail },
        new("a repository that lets nothing fail", Root, 0, OneWarning) { Configuration = "no-fail: true\n", Verdict = Verdict.Pass },
        .. Threshold("error", fails: false),
        .. Threshold("warning", fails: false),
        .. Threshold("info", fails: true),
        .. Threshold("style", fails: true),
        .. Threshold("ignore", fails: true),
        .. Threshold("none", fails: true),
    ];

    // It decides the exit code alone, not what is printed.
    private static IEnumerable<HadolintRun> Threshold(string level, bool fails) =>
    [
        new(
            $"the threshold `{level}` and an info",
            "FROM scratch\nUSER app\n",
            fails ? 1 : 0,
            OneInfo) { Configuration = $"failure-threshold: {level}\n", Verdict = fails ? Verdict.Fail : Verdict.Pass },
        new($"the threshold `{level}` and no finding", Clean, 0, "[]") { Configuration = $"failure-threshold: {level}\n", Verdict = Verdict.Pass },
    ];
}
