using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Dockerfiles.Stages;

namespace ContainerSecurity.Rules.Docker;

/// <summary>FROM sees only the ARGs before the first FROM.</summary>
internal static class UndefinedArgInFrom
{
    public static Rule<DockerBuild> Rule { get; } = DockerRule.Over(
        nameof(UndefinedArgInFrom),
        "Declare the variables of FROM with ARG before the first FROM.",
        build =>
            from stage in build.Stages
            from name in stage.Image.Unknown.Concat(stage.Platform?.Unknown ?? [])
            where !build.Global.Declares(name)
            select new Hit(stage.From.Line) { Message = $"`{name}` is not declared; write `ARG {name}` before the first FROM." });
}
