namespace Build.Tests.Rules.Claims;

public sealed class MinimalDependenciesTests : ClaimCheck
{
    [Theory]
    [InlineData("RUN apt-get update && apt-get install -y git")]
    [InlineData("RUN apt-get install -y $EXTRA")]
    [InlineData("RUN [\"apt-get\", \"install\", \"-y\", \"git\"]")]
    [InlineData("RUN bash -lc 'true' && npm install -g tool")]
    [InlineData("RUN python3 -m pip install requests")]
    [InlineData("RUN dpkg -i /tmp/a.deb")]
    [InlineData("ONBUILD RUN apt-get install -y git")]
    [InlineData("RUN <<EOF\napt-get install -y git\nEOF")]
    [InlineData("RUN if true; then apt-get install -y git; fi")]
    public void Another_package_or_manager_breaks_it_with_its_line(string instruction)
    {
        AddToStage(instruction);

        Breaks("DM-4.2", "Dockerfile", instruction.Split('\n')[0]);
    }

    [Fact]
    public void A_package_that_is_promised_and_not_installed_breaks_it()
    {
        Repository.Replace("Dockerfile", "curl jq nodejs", "curl nodejs");

        Breaks("DM-4.2", "Dockerfile", "FROM agent AS devcontainer");
    }

    [Theory]
    [InlineData("\"features\": { \"ghcr.io/devcontainers/features/git:1\": {} }")]
    [InlineData("\"postCreateCommand\": \"sudo apt-get install -y git\"")]
    [InlineData("\"postCreateCommand\": [\"npm\", \"install\", \"-g\", \"tool\"]")]
    public void What_the_devcontainer_installs_breaks_it(string property)
    {
        AddToContainer(property);

        BreaksInContainer("DM-4.2", property);
    }

    [Fact]
    public void Versions_and_several_commands_keep_it()
    {
        Repository.Replace("Dockerfile", "curl jq nodejs", "curl=7.88.1-10 jq && apt-get -y install nodejs");

        Holds("DM-4.2");
    }
}
