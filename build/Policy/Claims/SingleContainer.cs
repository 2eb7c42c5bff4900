using System.Collections.Immutable;
using ContainerSecurity.Dockerfiles;
using ContainerSecurity.Policy.DevContainers;
using ContainerSecurity.Policy.Stages;

namespace ContainerSecurity.Policy.Claims;

/// <summary>NS-3.1: one container, and the proxy is in it.</summary>
internal static class SingleContainer
{
    private static readonly ImmutableArray<string> ComposeProperties = ["dockerComposeFile", "service", "runServices"];

    public static readonly Claim Claim = new("NS-3.1", "Single Container", facts =>
        Subjects.DevContainers(facts, container => [.. Compose(container), .. Proxy(facts, container)]));

    private static IEnumerable<Observation> Compose(DevContainer container) => Subjects.HeldUnless(
        from property in ComposeProperties
        where container.Asks(property)
        select new Observation.Broken($"{property} brings a second service", container.PlaceOf(property)) { Help = "Keep the proxy in the agent's container." },
        () => $"{container.Path}: no compose file, no second service");

    private static IEnumerable<Observation> Proxy(PolicyFacts facts, DevContainer container)
    {
        if (facts.StageOf(container) is not { } stage)
            return [new Observation.Unseen($"the stage that {container.Path} builds cannot be read")];
        return ProxyCopy(stage) is { } copy
            ? [new Observation.Held($"{stage.File}:{copy.Line} copies the proxy into stage {stage.Name}")]
            : [new Observation.Broken($"stage {stage.Name} does not hold the proxy", stage.At(stage.Stage.From)) { Help = "Copy it from the stage proxy." }];
    }

    private static Instruction? ProxyCopy(StageFacts stage) =>
        stage.All("COPY").FirstOrDefault(copy =>
            copy.Flags.Any(flag => flag is { Name: "from", Value: "proxy" })
            && copy.Arguments.SkipLast(1).Any(source => source.EndsWith("claude-code-proxy", StringComparison.Ordinal)));
}
