using System.Collections.Immutable;
using ContainerSecurity.Formats.Dockerfiles.Parsing;
using ContainerSecurity.Rules.Claims.Facts;

namespace Build.Tests.Rules.Claims.Facts;

public class StageFactsReaderTests
{
    [Fact]
    public void Variables_are_resolved_by_the_defaults_of_the_Dockerfile()
    {
        var stage = Read("ARG TAG=1\nFROM base:${TAG}\nARG PORT=80\nENV U=7\nEXPOSE ${PORT} 81/udp\nUSER $U:$U\n").Single();

        Assert.Equal("base:1", stage.BaseImage);
        Assert.Equal(["80", "81/udp"], stage.Ports.Select(port => port.Value));
        Assert.Equal(("7:7", 6), (stage.User?.Value, stage.User?.Place.Line));
    }

    [Fact]
    public void A_stage_inherits_user_and_environment_from_the_one_it_continues()
    {
        var stages = Read("FROM scratch AS Base\nENV U=9\nUSER $U\nFROM base AS next\nEXPOSE $U\n");

        Assert.Equal("Base", stages[1].Parent?.Name);
        Assert.Equal("9", stages[1].User?.Value);
        Assert.Equal("9", stages[1].Ports[0].Value);
    }

    [Fact]
    public void A_stage_without_a_user_does_not_know_it() => Assert.Null(Read("FROM base\n").Single().User);

    [Fact]
    public void What_cannot_be_resolved_has_no_value_and_is_not_lost()
    {
        var port = Read("FROM base\nARG N\nEXPOSE ${N:?needed}\n").Single().Ports.Single();

        Assert.Equal((null, "${N:?needed}"), (port.Value, port.Written));
    }

    [Fact]
    public void Triggers_count_as_instructions()
    {
        var stage = Read("FROM base\nONBUILD USER 0\n").Single();

        Assert.Equal("0", stage.User?.Value);
    }

    private static ImmutableArray<StageFacts> Read(string text) => StageFactsReader.Read(DockerfileParser.Parse("Dockerfile", text).Dockerfile!);
}
