using System.Collections.Immutable;
using ContainerSecurity.Probing.Isolation;
using ContainerSecurity.Rules.Claims.Facts;

namespace ContainerSecurity.Rules.Claims;

/// <summary>CT-1.6, SM-2.4, NS-3.4 and NS-3.5 where the isolated devcontainer runs: every way out is tried, also where there is one.</summary>
internal static class RunningDevContainer
{
    private const string Help = "Start .devcontainer/isolated and look from inside; docs/proxy.md says what it rests on.";

    private static readonly RunTimeJudgement Judgement = new("the isolated devcontainer", IsolatedForm.ComposeFile, Help);

    public static readonly ImmutableArray<Check> Checks =
    [
        New("run-isolated-network", IsolationTopics.Network, "No address outside is reached from the agent's container.",
            Seen(IsolatedVariant.OnOrdinaryNetwork, "run-isolated-traffic", "run-isolated-names", "run-isolated-readiness")),
        New("run-isolated-names", IsolationTopics.Names, "No name is looked up outside, and no query for one leaves.",
            Seen(IsolatedVariant.WithOutsideResolver, "run-isolated-network", "run-isolated-traffic", "run-isolated-readiness")),
        New("run-isolated-traffic", IsolationTopics.Traffic, "Nothing leaves the agent's container but connections to the proxy.",
            Seen(IsolatedVariant.OnOrdinaryNetwork, "run-isolated-network", "run-isolated-names", "run-isolated-readiness")),
        New("run-isolated-rights", IsolationTopics.Rights, "The agent has no capability, sudo, raw socket or socket of the engine.",
            Seen(IsolatedVariant.WithCapability, "run-isolated-readiness")),
        New("run-isolated-keys", IsolationTopics.Keys, "The agent finds no provider's key, in no variable and no file.",
            Seen(IsolatedVariant.WithKeys)),
        New("run-isolated-readiness", IsolationTopics.Readiness, "The form's own probe passes, and fails in an ordinary container.",
            Seen(IsolatedVariant.WithCapability, "run-isolated-rights")),
        New("run-isolated-tampering", IsolationTopics.Tampering, "Neither the agent nor root beside it can change that, or what the host runs.",
            Seen(IsolatedVariant.WithRights, "run-isolated-rights", "run-isolated-readiness")),
    ];

    private static Check New(string id, string topic, string meaning, Defect.InDevContainer defect) =>
        new(id, CheckSubject.DevContainer, meaning, facts => Judgement.Of(facts.DevContainer, facts.DevContainerMissing, topic))
        {
            Defects = [defect],
        };

    private static Defect.InDevContainer Seen(IsolatedVariant wrong, params ImmutableArray<string> too) => new(wrong.What) { SeenToo = too };
}
