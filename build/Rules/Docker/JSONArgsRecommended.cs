using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Dockerfiles.Stages;
using ContainerSecurity.Rules.Hadolint;

namespace ContainerSecurity.Rules.Docker;

/// <summary>The shell form hides signals from the program; who sets SHELL means it.</summary>
internal static class JSONArgsRecommended
{
    public static DockerCheck Check { get; } = new(
        nameof(JSONArgsRecommended),
        "Write CMD and ENTRYPOINT in JSON form, so that the program gets signals.",
        build => build.Stages.SelectMany(InShellForm))
    {
        Twin = DL3025.Rule,
    };

    private static IEnumerable<LintHit> InShellForm(BuildStage stage) => stage.Inherits("SHELL")
        ? []
        : stage.Steps
            .TakeWhile(step => step.Keyword != "SHELL")
            .Where(step => step.Keyword is "CMD" or "ENTRYPOINT" && step.IsShellForm)
            .Select(step => new LintHit(step.Line));
}
