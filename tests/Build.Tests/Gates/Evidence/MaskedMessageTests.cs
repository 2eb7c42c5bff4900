using Build.Tests.Rules;
using Build.Tests.Secrets;

namespace Build.Tests.Gates.Evidence;

/// <summary>Messages quote what stands in a file, and a key may stand there.</summary>
public sealed class MaskedMessageTests
{
    [Theory]
    [InlineData("compose.yaml", "services:\n  a:\n    volumes: [\"/etc:/x,TOKEN=@\"]\n")]
    [InlineData("compose.yaml", "services:\n  a:\n    devices: [\"/dev/x:@\"]\n")]
    [InlineData("compose.yaml", "services:\n  a:\n    network_mode: ${MODE:-${KEY:-container:@}}\n")]
    [InlineData("compose.yaml", "services: {a: {extends: {file: \"@.yml\", service: x}}}")]
    [InlineData("compose.yaml", "services:\n  \"@\": 1\n  \"@\": 2\n")]
    [InlineData(".devcontainer/devcontainer.json", "{\"initializeCommand\": \"curl -H 'Authorization: @' https://example.invalid\"}")]
    [InlineData(".devcontainer/devcontainer.json", "{\"runArgs\": [\"--device=API_KEY=@\"]}")]
    [InlineData(".devcontainer/devcontainer.json", "{\"@\": 1, \"@\": 2}")]
    [InlineData(".github/workflows/ci.yml", "on: push\npermissions: {}\njobs: {a: {container: {image: \"user:@/x\", options: \"-e K=@ ${{ x }}\"}}}")]
    [InlineData(".github/workflows/ci.yml", "on: push\npermissions: {}\njobs: {a: {steps: [{uses: \"https://@/x\"}]}}")]
    public void A_key_that_a_rule_quotes_is_masked(string path, string text)
    {
        using var bench = new Bench().Write(path, text.Replace("@", PlantedSecrets.GitHub, StringComparison.Ordinal));

        var findings = bench.Read().Findings;

        Assert.NotEmpty(findings);
        Assert.All(findings, finding => Assert.DoesNotContain(PlantedSecrets.GitHub[8..^8], finding.ToString(), StringComparison.Ordinal));
        Assert.Contains(findings, finding => finding.Message.Contains("***", StringComparison.Ordinal));
    }
}
