using Build.Tests.Images;
using Build.Tests.Secrets;
using Build.Tests.Tools.Trivy;
using ContainerSecurity.Findings;
using ContainerSecurity.Gates.Evidence;

namespace Build.Tests.Gates.Evidence;

public class ConfigSecretsTests
{
    [Fact]
    public void Secrets_in_environment_labels_and_history_are_found_where_they_stand()
    {
        var image = new TestImage().Layer(("a", "b"));
        image.Environment.Add($"SOME_NAME={PlantedSecrets.GitHub}");
        image.Labels["note"] = PlantedSecrets.Anthropic;
        image.History.Add("RUN true");
        image.History.Add($"RUN login {PlantedSecrets.GitHub}");

        var findings = Find(image);

        Assert.Equal(["/config/Env/SOME_NAME", "/config/Labels/note", "/config/history/2"], findings.Select(finding => finding.File));
        Assert.All(findings, finding => Assert.Equal(image.Id, finding.Layer));
        Assert.All(findings, finding => Assert.DoesNotContain(PlantedSecrets.GitHub, finding.ToString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("DB_PASSWORD=hunter2")]
    [InlineData("OPENAI_API_KEY=anything-at-all")]
    [InlineData("token=abc")]
    [InlineData("STRIPE_SECRET_KEY=x1y2")]
    public void A_value_under_a_secret_name_is_found_whatever_its_form(string variable)
    {
        var image = new TestImage().Layer(("a", "b"));
        image.Environment.Add(variable);

        Assert.Equal(("secret-in-config", Severity.High), Find(image).Select(finding => (finding.RuleId, finding.Severity)).Single());
    }

    [Theory]
    [InlineData("ANTHROPIC_API_KEY=")]
    [InlineData("MAX_TOKENS_LIMIT=4096")]
    [InlineData("MAX_TOKEN=4096")]
    [InlineData("REQUIRE_TOKEN=true")]
    [InlineData("GPG_KEY=A035C8C19219BA821ECEA86B64E628F8D684696D")]
    [InlineData("KEY_PASSWORD_FILE=/run/secrets/x")]
    [InlineData("CLIENT_SECRET=$OTHER")]
    [InlineData("HOST=0.0.0.0")]
    public void Names_paths_references_and_switches_are_no_secrets(string variable)
    {
        var image = new TestImage().Layer(("a", "b"));
        image.Environment.Add(variable);
        image.History.Add($"ENV {variable}");

        Assert.Empty(Find(image));
    }

    private static List<Finding> Find(TestImage image)
    {
        using var folder = new TemporaryFolder();
        return [.. ConfigSecrets.Find(image.Open(folder.Path).Image)];
    }
}
