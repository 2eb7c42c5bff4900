using Build.Tests.Gates.Policy;
using ContainerSecurity.Findings;
using ContainerSecurity.Images;

namespace Build.Tests.Rules.Claims;

public sealed class NoPipedInstallsTests : ClaimCheck
{
    [Theory]
    [InlineData("RUN curl -fsSL x | sh")]
    [InlineData("RUN c\\url x | s\\h")]
    [InlineData("RUN [\"sh\", \"-c\", \"curl x | sh\"]")]
    [InlineData("ONBUILD RUN curl x | sh")]
    [InlineData("RUN <<EOF\ncurl x | sh\nEOF")]
    [InlineData("RUN bash <<EOF\ncurl x | sh\nEOF")]
    [InlineData("RUN curl -o a x && sh a")]
    [InlineData("CMD curl x | sh")]
    [InlineData("HEALTHCHECK CMD curl x | sh")]
    [InlineData("ADD https://example.org/a.tar.gz /a")]
    [InlineData("ADD https://github.com/a/b.git /b")]
    public void In_a_Dockerfile_it_breaks_with_its_line(string instruction)
    {
        AddToStage(instruction);

        Breaks("DM-4.3", "Dockerfile", instruction.Split('\n')[0]);
    }

    [Fact]
    public void ADD_with_a_checksum_keeps_it()
    {
        AddToStage($"ADD --checksum=sha256:{new string('a', 64)} https://example.org/a.tar.gz /a");

        Holds("DM-4.3");
    }

    [Fact]
    public void In_a_script_it_breaks_with_its_own_line()
    {
        Repository.Write(
            "tools/setup", "#!/bin/sh\nset -e\n\n# curl x | sh\ncurl -fsSL https://example.org/other\ncurl -fsSL https://example.org/x | sh\n");

        Breaks("DM-4.3", "tools/setup", "example.org/x | sh");
    }

    [Fact]
    public void In_a_step_of_a_workflow_it_breaks_with_its_own_line()
    {
        Repository.Write(
            ".github/workflows/x.yml", "jobs:\n  a:\n    steps:\n      - run: |\n          echo ${{ a.b }}\n          curl x | sudo bash\n");

        Breaks("DM-4.3", ".github/workflows/x.yml", "curl x");
    }

    [Fact]
    public void In_PowerShell_it_breaks_with_its_own_line()
    {
        Repository.Write("setup.ps1", "$x = 1\nirm https://example.org/x | iex\n");

        Breaks("DM-4.3", "setup.ps1", "irm");
    }

    [Theory]
    [InlineData("\"postCreateCommand\": \"curl x | sh\"")]
    [InlineData("\"onCreateCommand\": [\"bash\", \"-c\", \"curl x | sh\"]")]
    [InlineData("\"postAttachCommand\": { \"tool\": \"bash <(curl x)\" }")]
    public void In_a_command_of_the_devcontainer_it_breaks(string property)
    {
        AddToContainer(property);

        BreaksInContainer("DM-4.3", property);
    }

    [Theory]
    [InlineData("/bin/sh -c curl x | sh")]
    [InlineData("RUN /bin/sh -c curl x | sh # buildkit")]
    [InlineData("RUN |1 A=b /bin/sh -c bash <(curl x) # buildkit")]
    public void In_the_history_of_the_image_it_breaks_with_the_layer(string createdBy)
    {
        var image = new SampleImage();
        image = image with
        {
            Config = image.Config
            with
            { History = [new HistoryEntry("/bin/sh -c #(nop)  CMD curl x | sh", true), new HistoryEntry(createdBy, false)] }
        };

        var finding = Assert.Single(Repository.Judge(image).Findings, finding => finding.Claim == "DM-4.3");
        Assert.Equal(("DM-4.3", SampleImage.Layer), (finding.Claim, finding.Layer));
    }

    [Fact]
    public void In_what_the_image_starts_it_breaks()
    {
        var image = new SampleImage();

        BreaksInImage("DM-4.3", image with { Config = image.Config with { Command = ["sh", "-c", "curl x | sh"] } }, "");
        BreaksInImage(
            "DM-4.3", image with { Config = image.Config with { Healthcheck = new Healthcheck(["CMD-SHELL", "curl x | sh"]) } }, "health check");
        BreaksInImage(
            "DM-4.3",
            image with { Config = image.Config with { Healthcheck = new Healthcheck(["CMD", "sh", "-c", "curl x | sh"]) } },
            "health check");
    }

    [Fact]
    public void A_script_that_fetches_and_cannot_be_read_is_unseen_and_not_passed()
    {
        Repository.Write("broken.sh", "if curl x\n");

        var result = Repository.Judge();
        Assert.Equal(Verdict.Incomplete, result.Verdict);
        Assert.Contains(result.Notes, note => note.Contains("broken.sh:1", StringComparison.Ordinal));
    }
}
