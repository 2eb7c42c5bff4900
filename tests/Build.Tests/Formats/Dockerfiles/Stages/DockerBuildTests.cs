using System.Collections.Immutable;
using ContainerSecurity.Formats.Dockerfiles.Parsing;
using ContainerSecurity.Formats.Dockerfiles.Stages;

namespace Build.Tests.Formats.Dockerfiles.Stages;

public class DockerBuildTests
{
    [Fact]
    public void Variables_are_resolved_by_the_defaults_of_the_Dockerfile()
    {
        var stage = Read("ARG TAG=1\nFROM base:${TAG}\nARG PORT=80\nENV U=7\nEXPOSE ${PORT} 81/udp\nUSER $U:$U\n").Single();

        Assert.Equal("base:1", stage.Image.Text);
        Assert.Equal(["80", "81/udp"], Step(stage, "EXPOSE").Arguments.Select(port => port.Value));
        Assert.Equal(("7:7", 6), (stage.User?.Arguments[0].Value, stage.User?.Line));
    }

    [Fact]
    public void A_stage_inherits_user_and_variables_from_the_one_it_continues()
    {
        var stages = Read("FROM scratch AS Base\nARG A=8\nENV U=9\nUSER $U\nFROM base AS next\nEXPOSE $U $A\nFROM scratch\nEXPOSE $U\n");

        Assert.Equal("Base", stages[1].Base?.Name);
        Assert.Equal("9", stages[1].User?.Arguments[0].Value);
        Assert.Equal(["9", "8"], Step(stages[1], "EXPOSE").Words);
        Assert.Equal([""], Step(stages[2], "EXPOSE").Words);
    }

    [Fact]
    public void A_stage_without_a_user_does_not_know_it() => Assert.Null(Read("FROM base\n").Single().User);

    [Fact]
    public void What_cannot_be_resolved_has_no_value_and_is_not_lost()
    {
        var port = Step(Read("FROM base\nARG N\nEXPOSE ${N:?needed}\n").Single(), "EXPOSE").Arguments.Single();

        Assert.Equal((null, "${N:?needed}"), (port.Value, port.Written));
    }

    [Fact]
    public void Triggers_count_as_written_and_run_in_the_next_stage()
    {
        var stages = Read("FROM base AS a\nONBUILD USER 0\nONBUILD ENV U=1\nFROM a\nEXPOSE $U\n");

        Assert.Equal("0", stages[0].User?.Arguments[0].Value);
        Assert.Equal(["ONBUILD", "ONBUILD"], stages[0].Steps.Select(step => step.Keyword));
        Assert.Equal([("USER", 4), ("ENV", 4), ("EXPOSE", 5)], stages[1].Steps.Select(step => (step.Keyword, step.Line)));
        Assert.Equal(["1"], Step(stages[1], "EXPOSE").Words);
    }

    [Fact]
    public void A_trigger_keeps_what_only_a_later_stage_knows()
    {
        var trigger = Assert.Single(Read("FROM base\nENV A=1\nONBUILD COPY $A $LATER /\n").Single().Written, step => step.RunsLater);

        Assert.Equal(["1", "$LATER", "/"], trigger.Words);
    }

    [Fact]
    public void SHELL_holds_until_the_next_one_and_in_stages_that_build_upon_it()
    {
        var stages = Read("FROM base AS a\nRUN 1\nSHELL [\"bash\", \"-c\"]\nRUN 2\nFROM a\nRUN 3\nFROM base\nRUN 4\n");

        Assert.Equal(
            ["/bin/sh", "bash", "bash", "/bin/sh"],
            stages.SelectMany(stage => stage.Written).Where(step => step.Keyword == "RUN").Select(step => step.Shell[0]));
    }

    [Fact]
    public void A_stage_goes_by_its_alias_in_any_case_and_by_its_number()
    {
        var stages = Read("FROM base AS Tools\nFROM base\n");

        Assert.True(stages[0].IsNamed("tools") && stages[0].IsNamed("0") && stages[1].IsNamed("1"));
        Assert.False(stages[1].IsNamed("") || stages[0].IsNamed("base"));
    }

    private static BuildStep Step(BuildStage stage, string keyword) => Assert.Single(stage.Written, step => step.Keyword == keyword);

    private static ImmutableArray<BuildStage> Read(string text) => new DockerBuild(DockerfileParser.Parse("Dockerfile", text).Dockerfile!).Stages;
}
