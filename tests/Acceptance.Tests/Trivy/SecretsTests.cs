using Build.Tests.Secrets;
using Build.Tests.Tools.Trivy;
using ContainerSecurity.Findings;
using ContainerSecurity.Gates.Secrets;

namespace Acceptance.Tests.Trivy;

public class SecretsTests
{
    /// <summary>Only Trivy has a rule for it.</summary>
    private static readonly string Stripe = "sk" + "_live_" + "4eC39HqLyjWDarjtT1zdp7dc";

    [SkippableFact]
    public async Task Trivy_looks_into_tests_documentation_and_system_folders_too()
    {
        using var scene = await RealTrivy.SceneAsync();
        scene.Write("tests/Fixtures/keys.txt", $"one\n{Stripe}\n");
        scene.Write("docs/example.md", $"{Stripe}\n");
        scene.Image = new TestImage().Layer(("usr/share/doc/kept.env", $"KEY={Stripe}\n")).Layer(("srv/test/x.env", $"\nKEY={Stripe}\n"));

        var result = await JudgeAsync(scene);

        Assert.Equal(Verdict.Fail, result.Verdict);
        Assert.Equal(
            [
                ("docs/example.md", 1, null),
                ("/srv/test/x.env", 2, scene.Image.DiffId(1)),
                ("tests/Fixtures/keys.txt", 2, null),
                ("/usr/share/doc/kept.env", 1, scene.Image.DiffId(0)),
            ],
            result.Findings
                .Select(finding => (finding.File!, finding.Line ?? 0, finding.Layer))
                .OrderBy(place => place.Item1.TrimStart('/'), StringComparer.Ordinal));
        Assert.All(result.Findings, finding => Assert.DoesNotContain(Stripe, finding.ToString(), StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task What_Trivy_and_the_suite_both_find_is_told_once()
    {
        using var scene = await RealTrivy.SceneAsync();
        scene.Write("key.txt", $"\n{PlantedSecrets.GitHub}\n");
        scene.Image = new TestImage().Layer(("srv/key.pem", PlantedSecrets.PrivateKey()));
        scene.Image.Environment.Add($"GITHUB_TOKEN={PlantedSecrets.GitHub}");

        var result = await JudgeAsync(scene);

        Assert.Equal(
            [("github-pat", "key.txt"), ("private-key", "/srv/key.pem"), ("github-pat", "/config/Env/GITHUB_TOKEN")],
            result.Findings.Select(finding => (finding.RuleId, finding.File!)));
    }

    [SkippableFact]
    public async Task A_clean_checkout_and_image_pass()
    {
        using var scene = await RealTrivy.SceneAsync();
        scene.Write("README.md", "nothing here\n");
        scene.Image = new TestImage().Layer(("proxy", "\0binary"));

        Assert.Equal(Verdict.Pass, (await JudgeAsync(scene)).Verdict);
    }

    private static Task<GateResult> JudgeAsync(ScanFixture scene) => scene.RunAsync(SecretsGate.Name);
}
