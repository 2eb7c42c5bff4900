using ContainerSecurity.Findings;

namespace ContainerSecurity.Rules.Docker;

/// <summary>FROM sees only the ARGs before the first FROM.</summary>
internal static class UndefinedArgInFrom
{
    public static DockerCheck Check { get; } = new(
        nameof(UndefinedArgInFrom),
        "Declare the variables of FROM with ARG before the first FROM.",
        build =>
            from stage in build.Stages
            from name in stage.Image.Unknown.Concat(stage.Platform?.Unknown ?? [])
            where !build.Global.Declares(name)
            select new LintHit(stage.From.Line, $"`{name}` is not declared; write `ARG {name}` before the first FROM."));
}
