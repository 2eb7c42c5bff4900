using System.Collections.Immutable;
using System.Text.Json;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats;
using ContainerSecurity.Formats.DevContainers;
using ContainerSecurity.Rules.Claims.Facts;

namespace ContainerSecurity.Rules.Claims;

/// <summary>NS-3.4, NS-3.5, SM-2.4 and CT-1.6: the form of two containers, in which the agent has no way out but the proxy.</summary>
internal static class IsolatedAgent
{
    private const string Agent = "agent";
    private const string Proxy = "proxy";
    private const string Bridge = "com.docker.network.bridge.";
    private const string Probe = "probe.mjs";
    private static readonly string[] Modes = ["gateway_mode_ipv4", "gateway_mode_ipv6"];

    public static readonly ImmutableArray<Check> Checks =
    [
        New("isolated-topology", "The agent's only neighbour is the proxy: its network has neither the host on it nor a way out.", Topology) with
        {
            Defects =
            [
                Edit("the agent's network has a way out", "internal: true", "internal: false"),
                Edit("the agent is on the proxy's other network", "networks: [agent]\n", "networks: [agent, outside]\n"),
                Edit("the host has an address on the agent's network", "gateway_mode_ipv4: isolated", "gateway_mode_ipv4: nat"),
                Edit("the engine's resolver asks a server outside", "dns: [127.0.0.1]", "dns: [192.0.2.53]"),
            ],
        },
        New("isolated-readiness", "The agent's container is not ready before the probe has seen that there is no way out.", Readiness) with
        {
            Defects =
            [
                new Defect.InTree("nothing waits for the probe", facts =>
                    Container(facts) is { } container ? TreeEdits.InContainer(container, "waitFor", "\"initializeCommand\"") : null),
                Edit("the health check is another", Probe, "other.mjs"),
            ],
        },
        New("isolated-keys", "The keys of providers are given to the proxy's container alone.", Keys) with
        {
            Defects = [Edit("the agent is given the keys", "networks: [agent]\n", "networks: [agent]\n    env_file: [\"~/.claude/proxy.env\"]\n")],
        },
        New("isolated-rights", "No container of the isolated form has a capability, or can gain rights.", Rights) with
        {
            Defects =
            [
                Edit("a container keeps its capabilities", "cap_drop: [ALL]", "cap_drop: []"),
                Edit("a container can gain rights", "security_opt: [\"no-new-privileges:true\"]", "security_opt: []"),
            ],
        },
    ];

    private static Check New(string id, string meaning, Func<Compose, IEnumerable<Observation.Broken>> look) =>
        new(id, CheckSubject.Tree, meaning, facts => Look(facts, meaning, look));

    /// <summary>A change of the first text of that kind in the compose file.</summary>
    private static Defect.InTree Edit(string what, string old, string by) => new(what, facts => facts.IsolatedCompose is { } compose
        ? new FileEdit(compose.Path, text => text.IndexOf(old, StringComparison.Ordinal) is >= 0 and var at
            ? text[..at] + by + text[(at + old.Length)..]
            : text)
        : null);

    private static IEnumerable<Observation> Look(PolicyFacts facts, string meaning, Func<Compose, IEnumerable<Observation.Broken>> look) =>
        (facts.IsolatedCompose, Container(facts)) switch
        {
            ({ } file, { } container) => Subjects.HeldUnless(look(new Compose(file.Path, file.Root, container)), () => $"{file.Path}: {meaning}"),
            _ => [new Observation.Unseen("there is no isolated form, or its compose file cannot be read")],
        };

    private static DevContainer? Container(PolicyFacts facts) => facts.DevContainers.FirstOrDefault(Subjects.IsIsolated);

    private static IEnumerable<Observation.Broken> Topology(Compose compose)
    {
        var network = compose.Root["networks"]?[Agent];
        if (!IsTrue(network?["internal"]))
            yield return compose.Broken(network, "the agent's network is not `internal: true`");
        foreach (var mode in Modes.Where(mode => network?["driver_opts"]?[Bridge + mode]?.Text != "isolated"))
            yield return compose.Broken(network, $"{mode} of the agent's network is not `isolated`");
        if (!Names(compose.Service(Agent)?["networks"]).SequenceEqual([Agent]))
            yield return compose.Broken(compose.Service(Agent), "the agent is on other networks than its own");
        if (!Names(compose.Service(Agent)?["dns"]).SequenceEqual(["127.0.0.1"]))
            yield return compose.Broken(compose.Service(Agent), "the agent's names are not asked of itself alone (`dns: [127.0.0.1]`)");
        if (compose.Service(Agent)?["ports"] is { } ports)
            yield return compose.Broken(ports, "the agent publishes ports");
        foreach (var neighbour in compose.Services.Where(service => service.Name is not (Agent or Proxy) && !IsAlone(service.Value)))
            yield return compose.Broken(neighbour.Value, $"{neighbour.Name} may be a neighbour of the agent (`network_mode: none`)");
    }

    private static IEnumerable<Observation.Broken> Readiness(Compose compose)
    {
        var start = compose.Container["postStartCommand"];
        if (compose.Container["waitFor"]?.Text != "postStartCommand" || !(start?.OneOrMore() ?? []).Any(word => EndsInProbe(word.Text)))
        {
            yield return new(
                "nothing waits for the probe", compose.Container.PlaceOf("waitFor"), "Have postStartCommand run the probe, and wait for it.");
        }

        if (!(compose.Service(Agent)?["healthcheck"]?["test"]?.OneOrMore() ?? []).Any(word => EndsInProbe(word.Text)))
            yield return compose.Broken(compose.Service(Agent), "the agent's health check is not the probe");
    }

    private static IEnumerable<Observation.Broken> Keys(Compose compose)
    {
        foreach (var service in compose.Services.Where(service => service.Name != Proxy && service.Value["env_file"] is not null))
            yield return compose.Broken(service.Value["env_file"], $"{service.Name} is given a file of variables");
        foreach (var service in compose.Services.Where(service => service.Name != Proxy))
        {
            foreach (var volume in service.Value["volumes"]?.Items ?? [])
            {
                if ((volume.Text ?? volume["source"]?.Text)?.Contains(".env", StringComparison.Ordinal) == true)
                    yield return compose.Broken(volume, $"{service.Name} mounts a file of keys");
            }
        }
    }

    private static IEnumerable<Observation.Broken> Rights(Compose compose)
    {
        foreach (var (name, _, service) in compose.Services)
        {
            if (!Names(service["cap_drop"]).SequenceEqual(["ALL"]) || service["cap_add"] is not null || IsTrue(service["privileged"]))
                yield return compose.Broken(service, $"{name} has capabilities (`cap_drop: [ALL]`)");
            if (!Names(service["security_opt"]).Contains("no-new-privileges:true"))
                yield return compose.Broken(service, $"{name} can gain rights (`no-new-privileges:true`)");
            if (!IsTrue(service["read_only"]))
                yield return compose.Broken(service, $"{name} has a writable root (`read_only: true`)");
            if (service["pids_limit"] is null)
                yield return compose.Broken(service, $"{name} may start any number of processes (`pids_limit`)");
        }
    }

    private static bool IsAlone(LocatedValue service) => service["network_mode"]?.Text == "none";

    private static bool EndsInProbe(string? word) => word?.EndsWith($"/{Probe}", StringComparison.Ordinal) == true;

    private static bool IsTrue(LocatedValue? value) => value?.Kind == JsonValueKind.True;

    private static IEnumerable<string?> Names(LocatedValue? value) => (value?.OneOrMore() ?? []).Select(item => item.Text);

    /// <summary>The compose file of the isolated form, and the devcontainer.json beside it.</summary>
    private sealed record Compose(string Path, LocatedValue Root, DevContainer Container)
    {
        public ImmutableArray<LocatedMember> Services => Root["services"]?.Members ?? [];

        public LocatedValue? Service(string name) => Root["services"]?[name];

        public Observation.Broken Broken(LocatedValue? where, string what) =>
            new(what, Place.At(Path, where?.Line ?? 1), "Restore it; docs/proxy.md says what the isolated form rests on.");
    }
}
