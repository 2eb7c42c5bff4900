using System.Text.Json;
using Build.Tests.Gates.Lint;
using ContainerSecurity.Findings;
using ContainerSecurity.Reports.LintFormats;

namespace Build.Tests.Reports.LintFormats;

/// <summary>What was printed about a Dockerfile with findings, and about one without, in each format.</summary>
internal static class RecordedOutputs
{
    public const string Own = "outputs.json";

    // Runs of Hadolint's command line; where it was asked for JUnit's format, the run has another name.
    private const string OfHadolint = "cli.json";

    private static readonly LintFormat[] Formats =
    [
        LintFormat.Tty, LintFormat.Json, LintFormat.Sarif, LintFormat.Checkstyle, LintFormat.Codeclimate, LintFormat.GitlabCodeclimate,
        LintFormat.Gnu, LintFormat.Sonarqube, LintFormat.Junit,
    ];

    public static IEnumerable<object[]> Cases =>
        from file in RecordingFiles.With(Own, OfHadolint)
        from format in Formats
        select new object[] { file, format, file == OfHadolint && format == LintFormat.Junit ? "bad-format" : NameOf(format) };

    public static Dictionary<string, string> Read(string file)
    {
        using var runs = JsonDocument.Parse(File.ReadAllText(RecordingFiles.PathOf(file)));
        return runs.RootElement.EnumerateArray().ToDictionary(Name, run => run.GetProperty("stdout").GetString()!);
    }

    /// <summary>What the printer prints, in the form of a recording.</summary>
    public static IEnumerable<object> Print(IEnumerable<Finding> findings)
    {
        var found = LintPrinterTests.Gate(["sample.Dockerfile"], [.. findings]);
        var clean = LintPrinterTests.Gate(["clean.Dockerfile"]);
        return
            from format in Formats
            from run in new[] { (Name: NameOf(format), Gate: found), (Name: $"{NameOf(format)}-clean", Gate: clean) }
            select new { @case = run.Name, stdout = LintPrinter.Print(format, run.Gate, DateTimeOffset.UnixEpoch, colours: true) };
    }

    private static string NameOf(LintFormat format) =>
        format == LintFormat.GitlabCodeclimate ? "format-gitlab_codeclimate" : $"format-{format.ToString().ToLowerInvariant()}";

    private static string Name(JsonElement run) => (run.TryGetProperty("case", out var name) ? name : run.GetProperty("name")).GetString()!;
}
