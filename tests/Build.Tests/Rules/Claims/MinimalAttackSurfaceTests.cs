using Build.Tests.Gates.Policy;
using ContainerSecurity.Findings;
using ContainerSecurity.Images;

namespace Build.Tests.Rules.Claims;

public sealed class MinimalAttackSurfaceTests : ClaimCheck
{
    [Fact]
    public void A_second_program_in_the_image_breaks_it_with_layer_and_path()
    {
        var image = new SampleImage { UpperFiles = [new SampleFile("/bin/sh", "#!shell") { Mode = 0b111_101_101 }] };

        var finding = Assert.Single(Repository.Judge(image).Findings, finding => finding.Message.Contains("is a program beside"));
        Assert.Equal(("CT-1.3", SampleImage.UpperLayer, "/bin/sh"), (finding.Claim, finding.Layer, finding.File));
    }

    [Fact]
    public void A_library_breaks_it_even_when_it_is_not_executable() =>
        BreaksInImage("CT-1.3", new SampleImage().With(new SampleFile("/lib/x.so", SampleImage.DynamicProgram)), "/lib/x.so");

    [Fact]
    public void A_program_that_a_later_layer_deletes_breaks_it() => BreaksInImage(
        "CT-1.3",
        new SampleImage().With(new SampleFile("/bin/sh", "x") { Mode = 0b111_101_101 })
            with
        { UpperFiles = [new SampleFile("/bin/sh", "") { Kind = LayerEntryKind.Whiteout }] },
        "/bin/sh");

    [Fact]
    public void A_setuid_file_breaks_it() =>
        BreaksInImage("CT-1.3", new SampleImage().With(new SampleFile("/x", "x") { Mode = 0b100_110_100_100 }), "/x is setuid");

    [Fact]
    public void An_image_with_thousands_of_programs_gives_a_few_findings_and_their_number()
    {
        var image = new SampleImage().With(
            [.. Enumerable.Range(0, 500).Select(index => new SampleFile($"/bin/p{index}", "x") { Mode = 0b111_101_101 })]);

        var findings = Repository.Judge(image).Findings.Where(finding => finding.Message.Contains("is a program beside")).ToList();
        Assert.Equal(11, findings.Count);
        Assert.Contains("489 more", findings[^1].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("COPY tools/ /usr/local/bin/")]
    [InlineData("COPY --from=proxy /etc/ssl /etc/ssl")]
    [InlineData("ADD artifacts/context/claude /usr/local/bin/claude")]
    [InlineData("COPY <<EOF /usr/local/bin/tool\n#!/bin/sh\nEOF")]
    [InlineData("RUN curl -fsSLo /usr/local/bin/tool https://example.org/tool")]
    [InlineData("RUN git clone https://example.org/tool")]
    public void What_is_not_declared_breaks_it_in_the_stage_of_the_devcontainer(string instruction)
    {
        AddToStage(instruction);

        Breaks("CT-1.3", "Dockerfile", instruction.Split('\n')[0]);
    }

    [Fact]
    public void Claude_Code_counts_as_declared_only_while_the_lock_file_pins_it()
    {
        Repository.Write("tools.lock.json", "{ \"tools\": {} }");

        Breaks("CT-1.3", "Dockerfile", "COPY artifacts/context/claude");
    }

    [Fact]
    public void A_stage_that_cannot_be_found_is_unseen()
    {
        ReplaceInContainer("\"target\": \"devcontainer\"", "\"target\": \"other\"");

        Assert.NotEqual(Verdict.Pass, Repository.Judge().Verdict);
    }
}
