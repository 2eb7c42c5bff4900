using System.Text.Json.Nodes;
using Build.Tests.Tools.Trivy;
using ContainerSecurity.Images.Writing;
using ContainerSecurity.Tools.Trivy.Database;

namespace Acceptance.Tests.Scan;

/// <summary>
/// The current Trivy shows secrets in clear: in the code excerpt of DS-0031, in the image's environment and in its history. The suite reads that and
/// shows none.
/// </summary>
public sealed class ShownSecretTests : IDisposable
{
    private readonly RecordedTrivy _trivy = new();
    private readonly RepositoryCopy _copy;

    public ShownSecretTests() => _copy = new RepositoryCopy { Variables = { ["XDG_CACHE_HOME"] = _trivy.Cache } };

    public void Dispose()
    {
        _copy.Dispose();
        _trivy.Dispose();
    }

    [SkippableFact]
    public async Task What_Trivy_shows_in_clear_is_told_with_its_place_and_is_in_no_report_log_or_output()
    {
        var image = Image();
        Recording.WriteDatabase(DatabaseCache.Folder(Repository.Paths with { Cache = _trivy.UserCache }), DateTimeOffset.UtcNow);
        _trivy.PutInPlace(_copy, Recording.Text("config.json"), About(image, Recording.Text("image-planted.json")));
        Assert.Contains(Recording.Secret, Recording.Text("config.json"), StringComparison.Ordinal);

        var outcome = await _copy.RunAsync(
            "--target=Scan", "--offline", "--input=artifacts/given.tar", "--verbosity=diagnostic", "--lint-format=sarif");

        Assert.True(outcome.ExitCode == 1, outcome.Said);
        Assert.Contains(("misconfig", "DS-0031", "Dockerfile", 2, null), outcome.Findings);
        Assert.Contains(("misconfig", "DS-0031", "/config", null, image.Id), outcome.Findings);
        Assert.Contains(outcome.Findings, finding => finding is { Gate: "secrets", File: "/config/Env/AWS_SECRET_ACCESS_KEY" });
        Assert.Contains(outcome.Findings, finding => finding is { Gate: "secrets", File: "/config/history/1" });
        Assert.Contains(outcome.Findings, finding => finding.Gate == "vulnerabilities");
        AssertShownNowhere(outcome);
    }

    [SkippableFact]
    public async Task A_Trivy_that_breaks_off_in_the_middle_of_the_secret_is_an_error_that_does_not_quote_it()
    {
        var report = Recording.Text("config.json");
        var image = Image();
        _trivy.PutInPlace(
            _copy,
            report[..(report.LastIndexOf(Recording.Secret, StringComparison.Ordinal) + Recording.Secret.Length)],
            About(image, Recording.Text("image-planted.json")));

        var outcome = await _copy.RunAsync("--target=Scan", "--offline", "--input=artifacts/given.tar", "--verbosity=diagnostic");

        Assert.True(outcome.ExitCode == 2, outcome.Said);
        Assert.Equal("error", outcome.Gate("misconfig").GetProperty("verdict").GetString());
        AssertShownNowhere(outcome);
    }

    private TestImage Image()
    {
        var image = new TestImage().Layer(("proxy", "\0binary"));
        image.Environment.Add($"AWS_SECRET_ACCESS_KEY={Recording.Secret}");
        image.History.Add($"ENV AWS_SECRET_ACCESS_KEY={Recording.Secret}");
        DockerArchiveWriter.Write(image.Build(), _copy.PathOf("artifacts/given.tar"));
        return image;
    }

    /// <summary>The recording as if it were of this image.</summary>
    private static string About(TestImage image, string recorded)
    {
        var report = JsonNode.Parse(recorded)!;
        report["Metadata"]!["ImageID"] = image.Id;
        report["Metadata"]!["DiffIDs"] = new JsonArray(image.DiffId(0));
        return report.ToJsonString();
    }

    private void AssertShownNowhere(ScanOutcome outcome)
    {
        // Without the ends, so that a mask that leaves the middle is caught too.
        var heart = Recording.Secret[8..^8];
        Assert.DoesNotContain(heart, outcome.Said, StringComparison.Ordinal);
        var given = new[] { "given.tar" };
        var files = Directory.GetFiles(_copy.PathOf("artifacts"), "*", SearchOption.AllDirectories)
            .Where(file => !given.Contains(Path.GetFileName(file)))
            .ToList();
        Assert.Superset(new HashSet<string?> { "scan.json", "scan.md", "hadolint.json" }, files.Select(Path.GetFileName).ToHashSet());
        Assert.All(files, file => Assert.False(File.ReadAllBytes(file).AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(heart)) >= 0, file));
    }
}
