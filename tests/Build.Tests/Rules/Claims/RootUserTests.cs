using Build.Tests.Gates.Policy;

namespace Build.Tests.Rules.Claims;

public sealed class RootUserTests : ClaimCheck
{
    [Theory]
    [InlineData("USER root")]
    [InlineData("USER 0")]
    [InlineData("USER 0:65532")]
    [InlineData("USER 00")]
    [InlineData("USER nobody")]
    [InlineData("USER ${USER_ID:-0}")]
    [InlineData("USER -1")]
    public void A_stage_that_ends_as_anything_but_a_number_above_0_breaks_it(string user)
    {
        Repository.Replace("Dockerfile", "USER 65532:65532", user);

        Breaks("CT-1.2", "Dockerfile", user);
    }

    [Fact]
    public void A_stage_that_sets_no_user_breaks_it()
    {
        Repository.Replace("Dockerfile", "USER 65532:65532\n", "");

        Breaks("CT-1.2", "Dockerfile", "FROM scratch");
    }

    [Fact]
    public void Only_the_last_user_counts()
    {
        AddToStage("USER 0");

        Holds("CT-1.2");
    }

    [Theory]
    [InlineData("root")]
    [InlineData("0")]
    [InlineData("")]
    [InlineData("nobody")]
    public void An_image_that_runs_as_anything_but_a_number_above_0_breaks_it(string user)
    {
        var image = new SampleImage();

        BreaksInImage("CT-1.2", image with { Config = image.Config with { User = user } }, $"“{user}”");
    }

    [Theory]
    [InlineData("\"remoteUser\": \"root\"")]
    [InlineData("\"remoteUser\": \"0\"")]
    [InlineData("\"remoteUser\": \"${localEnv:USER}\"")]
    public void An_agent_that_is_root_breaks_it(string property)
    {
        ReplaceInContainer("\"remoteUser\": \"vscode\"", property);

        BreaksInContainer("CT-1.2", property);
    }

    [Fact]
    public void An_agent_without_a_user_of_its_own_breaks_it()
    {
        ReplaceInContainer("\"remoteUser\": \"vscode\",", "");

        BreaksInContainer("CT-1.2", "// Once on the host");
    }

    [Fact]
    public void A_command_of_the_agent_that_becomes_root_breaks_it()
    {
        AddToContainer("\"postCreateCommand\": \"sudo chown -R vscode .\"");

        BreaksInContainer("CT-1.2", "sudo chown");
    }
}
