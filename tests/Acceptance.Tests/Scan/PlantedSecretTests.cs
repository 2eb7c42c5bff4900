using System.Text;
using Build.Tests.Secrets;
using Build.Tests.Tools.Trivy;
using ContainerSecurity.Images.Writing;

namespace Acceptance.Tests.Scan;

/// <summary>The same made-up key wherever an image can hide one: each place is told, and the key itself nowhere.</summary>
public sealed class PlantedSecretTests
{
    [SkippableFact]
    public async Task A_key_is_found_wherever_it_hides_and_no_report_or_log_shows_it()
    {
        using var copy = new RepositoryCopy();
        var key = PlantedSecrets.GitHub;
        var image = new TestImage()
            .Layer(("srv/deleted.env", $"GITHUB_TOKEN={key}\n"))
            .Layer(
                ("srv/.wh.deleted.env", []),
                ("opt/tool.bin", [0x7F, 0, 1, .. Encoding.Unicode.GetBytes(key), 0, 0]),
                ("usr/share/doc/tool/README", Encoding.UTF8.GetBytes($"one\nuse {key}\n")));
        image.Environment.Add($"GITHUB_TOKEN={key}");
        image.History.Add($"RUN curl -H 'Authorization: token {key}' https://example.com");
        Directory.CreateDirectory(copy.PathOf("artifacts"));
        DockerArchiveWriter.Write(image.Build(), copy.PathOf("artifacts/given.tar"));
        // Hadolint's rules find it too, and a current Trivy quotes the line in clear in its code excerpt (DS-0031).
        copy.Edit("Dockerfile", "ENV HOST=0.0.0.0", $"ENV GITHUB_TOKEN={key}\nENV HOST=0.0.0.0");

        var outcome = await copy.RunAsync("--target=Scan", "--input=artifacts/given.tar", "--verbosity=diagnostic");

        Assert.True(outcome.ExitCode == 1, outcome.Said);
        Assert.Equal(
            [
                ("/config/Env/GITHUB_TOKEN", image.Id),
                ("/config/history/2", image.Id),
                ("/opt/tool.bin", image.DiffId(1)),
                ("/srv/deleted.env", image.DiffId(0)),
                ("/usr/share/doc/tool/README", image.DiffId(1)),
            ],
            outcome.Findings
                .Where(finding => finding is { Gate: "secrets", Layer: not null })
                .Select(finding => (finding.File!, finding.Layer!))
                .Order());
        Assert.Contains(
            outcome.Findings, finding => finding.Gate == "secrets" && finding.File == "Dockerfile" && finding.Line == copy.LineOf("Dockerfile", key));
        AssertShownNowhere(key, outcome, copy.PathOf("artifacts/reports"));
    }

    private static void AssertShownNowhere(string key, ScanOutcome outcome, string reports)
    {
        // Without the ends, so that a mask that leaves the middle is caught too.
        var heart = key[8..^8];
        Assert.DoesNotContain(heart, outcome.Said, StringComparison.Ordinal);
        var files = Directory.GetFiles(reports, "*", SearchOption.AllDirectories);
        Assert.Superset(new HashSet<string?> { "scan.json", "scan.md", "hadolint.json" }, files.Select(Path.GetFileName).ToHashSet());
        Assert.All(files, file => Assert.DoesNotContain(heart, File.ReadAllText(file), StringComparison.Ordinal));
    }
}
