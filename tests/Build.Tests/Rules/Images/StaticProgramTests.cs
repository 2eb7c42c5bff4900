using Build.Tests.Gates.Policy;
using Build.Tests.Rules.Claims;
using ContainerSecurity.Images;
using ContainerSecurity.Images.Elf;

namespace Build.Tests.Rules.Images;

public sealed class StaticProgramTests : ClaimCheck
{
    [Fact]
    public void A_loader_breaks_it() => BreaksInImage("DM-4.1", With(SampleImage.DynamicProgram), "loader /lib64/ld-linux-x86-64.so.2");

    [Fact]
    public void A_needed_library_breaks_it_even_without_a_loader() =>
        BreaksInImage("DM-4.1", With(new ElfWriter().Loaded("\0libc.so.6\0").Dynamic((1, 1), (5, 0x1000)).ToBytes()), "libc.so.6");

    [Fact]
    public void A_program_for_another_machine_breaks_it() => BreaksInImage("DM-4.1", With(new ElfWriter { Machine = 183 }.ToBytes()), "arm64");

    [Fact]
    public void A_script_breaks_it() => BreaksInImage("DM-4.1", With("#!/bin/sh\n"u8.ToArray()), "no ELF");

    [Fact]
    public void A_damaged_program_breaks_it() => BreaksInImage("DM-4.1", With(SampleImage.StaticProgram[..70]), "damaged");

    [Fact]
    public void An_entry_point_that_is_not_in_the_image_breaks_it() => BreaksInImage("DM-4.1", new SampleImage { Files = [] }, "names no file");

    [Fact]
    public void A_later_layer_decides()
    {
        var image = new SampleImage { UpperFiles = [new SampleFile("/claude-code-proxy", SampleImage.DynamicProgram) { Mode = 0b111_101_101 }] };

        var finding = Assert.Single(Repository.Judge(image).Findings, finding => finding.Claim == "DM-4.1");
        Assert.Equal(("DM-4.1", SampleImage.UpperLayer, "/claude-code-proxy"), (finding.Claim, finding.Layer, finding.File));
    }

    [Fact]
    public void A_link_does_not_hide_the_program()
    {
        var image = new SampleImage().With(
            new SampleFile("/real", SampleImage.DynamicProgram) { Mode = 0b111_101_101 },
            new SampleFile("/entry", "") { Kind = LayerEntryKind.SymbolicLink, LinkTarget = "real" });

        BreaksInImage("DM-4.1", image with { Config = image.Config with { Entrypoint = ["/entry"] } }, "dynamically linked");
    }

    private static SampleImage With(byte[] program) => new SampleImage().Starting(program);
}
