using System.Collections.Immutable;
using ContainerSecurity.Findings;
using ContainerSecurity.Probing;
using ContainerSecurity.Rules.Claims.Facts;

namespace ContainerSecurity.Rules.Claims;

/// <summary>RC-6.1: what the released image does when it runs, observed from outside of its container.</summary>
internal static class RunningContainer
{
    private const string Help = "Start the image as docs/proxy.md says, and look what has changed in the proxy or the Dockerfile.";
    private const string Dockerfile = "Dockerfile";

    public static readonly ImmutableArray<Check> Checks =
    [
        New("run-listening-port", ReleasedImageProbe.Ports, "The container listens on one port, 8082."),
        New("run-user", ReleasedImageProbe.User, "Its process is not root's.", RunVariant.AsRoot),
        New("run-read-only-root", ReleasedImageProbe.Root, "It runs with a read-only root.", RunVariant.WritableRoot),
        New("run-capabilities", ReleasedImageProbe.Rights, "It runs without capabilities and cannot gain any.", RunVariant.WithCapabilities),
        New("run-health", ReleasedImageProbe.Health, "Its health check passes."),
        New(
            "run-request",
            ReleasedImageProbe.Request,
            "A request goes through to the model and back.",
            RunVariant.WithoutModel,
            "run-connections"),
        New("run-connections", ReleasedImageProbe.Connections, "It opens no connection but the model's, and sends no datagram."),
        New("run-memory", ReleasedImageProbe.Memory, "It stays within its memory."),
        New("run-termination", ReleasedImageProbe.End, "SIGTERM ends it in time."),
    ];

    /// <param name="wrong">A start that must be seen; null where a start alone cannot break it.</param>
    private static Check New(string id, string observation, string meaning, RunVariant? wrong = null, params ImmutableArray<string> seenToo) =>
        new(id, CheckSubject.Container, meaning, facts => Look(facts, observation))
        {
            Defects = wrong is null ? [] : [new Defect.InContainer(wrong.What) { SeenToo = seenToo }],
        };

    private static IEnumerable<Observation> Look(PolicyFacts facts, string name) => facts.Container is { } container
        ? container.Seen.Where(seen => seen.Name == name).Select(Judge)
        : [new Observation.Unseen(facts.ContainerMissing)];

    private static Observation Judge(RunTimeObservation seen) => seen.Holds switch
    {
        true => new Observation.Held($"{seen.Name}: {seen.Evidence}"),
        false => new Observation.Broken($"the running container, {seen.Name}: {seen.Evidence}", Place.At(Dockerfile, 1), Help),
        null => new Observation.Unseen($"{seen.Name} {seen.Evidence}"),
    };
}
