using System.Collections.Immutable;
using ContainerSecurity.Formats.DevContainers;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Formats.Dockerfiles.Stages;
using ContainerSecurity.Rules.Claims.Facts;

namespace ContainerSecurity.Rules.Claims;

/// <summary>NS-3.1: one container, and the proxy is in it.</summary>
internal static class SingleContainer
{
    private static readonly string[] ComposeProperties = ["dockerComposeFile", "service", "runServices"];

    public static readonly ImmutableArray<Check> Checks =
    [
        new("single-container", CheckSubject.Tree, "The devcontainer is one container, and its stage holds the proxy.", facts =>
            [.. Subjects.DevContainers(facts, CheckServices), .. Subjects.DevContainerStages(facts, stage => [CheckProxy(stage)])])
        {
            Defects =
            [
                new Defect.InTree("a compose file brings a second service", facts =>
                    TreeEdits.InDevContainer(facts, "dockerComposeFile", "\"planted.yml\""))
                {
                    // Beside a compose file the devcontainer CLI forgets what is read-only.
                    SeenToo = ["read-only-mounts"],
                },
            ],
        },
    ];

    private static IEnumerable<Observation> CheckServices(DevContainer container) => Subjects.HeldUnless(
        from property in ComposeProperties
        where container.Asks(property) && !Subjects.IsIsolated(container)
        select new Observation.Broken($"{property} brings a second service", container.PlaceOf(property), "Keep the proxy in the agent's container."),
        () => $"{container.Path}: no compose file, no second service");

    private static Observation CheckProxy(BuildStage stage) => stage.All("COPY").FirstOrDefault(IsProxy) is { } copy
        ? new Observation.Held($"{stage.At(copy)} copies the proxy into stage {stage.Name}")
        : new Observation.Broken($"stage {stage.Name} does not hold the proxy", stage.At(stage.Stage.From), "Copy it from the stage proxy.");

    private static bool IsProxy(Instruction copy) =>
        copy.Flags.Any(flag => flag is { Name: "from", Value: "proxy" }) && copy.Arguments.SkipLast(1).Contains("/claude-code-proxy");
}
