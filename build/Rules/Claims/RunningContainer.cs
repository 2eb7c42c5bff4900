using System.Collections.Immutable;
using ContainerSecurity.Probing;
using ContainerSecurity.Rules.Claims.Facts;

namespace ContainerSecurity.Rules.Claims;

/// <summary>RC-6.1: what the released image does when it runs, observed from outside of its container.</summary>
internal static class RunningContainer
{
    private const string Help = "Start the image as docs/proxy.md says, and look what has changed in the proxy or the Dockerfile.";

    private static readonly RunTimeJudgement Judgement = new("the running container", "Dockerfile", Help);

    public static readonly ImmutableArray<Check> Checks =
    [
        New("run-listening-port", ObservedRun.Ports, "The container listens on one port, 8082.", RunVariant.WithSecondPort),
        New("run-user", ObservedRun.User, "Its process is not root's.", RunVariant.AsRoot),
        New("run-read-only-root", ObservedRun.Root, "It runs with a read-only root.", RunVariant.WritableRoot),
        New("run-capabilities", ObservedRun.Rights, "It runs without capabilities and cannot gain any.", RunVariant.WithCapabilities),
        New("run-health", ObservedRun.Checked, "Its health check passes.", RunVariant.WithoutHealth),
        New(
            "run-request",
            ObservedRun.Request,
            "A request goes through to the model and back.",
            RunVariant.WithoutModel,
            "run-connections"),
        New(
            "run-connections",
            ObservedRun.Connections,
            "It opens no connection but the model's, and sends no datagram.",
            RunVariant.WithSecondConnection),
        New("run-memory", ObservedRun.Memory, "It stays within its memory.", RunVariant.WithBallast),
        New("run-termination", ObservedRun.Termination, "SIGTERM ends it in time.", RunVariant.WithoutSignal),
    ];

    /// <param name="wrong">A start that must be seen.</param>
    private static Check New(string id, string observation, string meaning, RunVariant wrong, params ImmutableArray<string> seenToo) =>
        new(id, CheckSubject.Container, meaning, facts => Judgement.Of(facts.Container, facts.ContainerMissing, observation))
        {
            Defects = [new Defect.InContainer(wrong.What) { SeenToo = seenToo }],
        };
}
