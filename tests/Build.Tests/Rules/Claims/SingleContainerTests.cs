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

        Breaks("NS-3.1", "Dockerfile", "FROM ${DEVCONTAINER_BASE}");
    }
}
