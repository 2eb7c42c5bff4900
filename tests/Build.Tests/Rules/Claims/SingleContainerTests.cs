namespace Build.Tests.Rules.Claims;

public sealed class SingleContainerTests : ClaimCheck
{
    [Theory]
    [InlineData("\"dockerComposeFile\": \"compose.yml\"")]
    [InlineData("\"dockerComposeFile\": [\"a.yml\", \"b.yml\"]")]
    [InlineData("\"service\": \"agent\"")]
    [InlineData("\"runServices\": [\"proxy\"]")]
    public void A_second_service_breaks_it(string property)
    {
        AddToContainer(property);

        BreaksInContainer("NS-3.1", property);
    }

    [Fact]
    public void A_devcontainer_without_the_proxy_breaks_it()
    {
        Repository.Replace("Dockerfile", "COPY --from=proxy /claude-code-proxy /usr/local/bin/claude-code-proxy\n", "");

        Breaks("NS-3.1", "Dockerfile", "FROM agent AS devcontainer");
    }

    [Theory]
    [InlineData(".devcontainer/isolated/devcontainer.json", true)]
    [InlineData(".devcontainer/other/devcontainer.json", false)]
    public void Only_the_isolated_form_has_more_than_one(string path, bool holds)
    {
        Repository.Write(path, Repository.Read(".devcontainer/isolated/devcontainer.json"));

        Assert.Equal(holds, !Repository.Judge().Findings.Any(finding => finding.Claim == "NS-3.1"));
    }
}
