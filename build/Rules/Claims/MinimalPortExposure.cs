using System.Collections.Immutable;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Containers;
using ContainerSecurity.Formats.DevContainers;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Formats.Dockerfiles.Stages;
using ContainerSecurity.Formats.ReleasePolicies;
using ContainerSecurity.Images.Contents;
using ContainerSecurity.Rules.Claims.Facts;

namespace ContainerSecurity.Rules.Claims;

/// <summary>NS-3.2: the policy's ports, and no other, in the image, the Dockerfiles and the devcontainer.</summary>
internal static class MinimalPortExposure
{
    private const string IgnoreHelp = "Write \"otherPortsAttributes\": { \"onAutoForward\": \"ignore\" }.";
    private const string PublishHelp = "Publish it on loopback, 127.0.0.1:PORT:PORT, or not at all: forwardPorts is enough.";
    private const string Undeclared = "9999/tcp";

    public static readonly ImmutableArray<Check> Checks =
    [
        new("stage-ports", CheckSubject.Tree, "Dockerfiles expose the policy's ports alone.", facts =>
            Subjects.Stages(facts, stage => CheckStage(facts.Policy.Image, stage)))
        {
            Defects = [new Defect.InTree("a stage exposes a port more", facts => TreeEdits.InLastStage(facts, $"EXPOSE {Undeclared}"))],
        },
        new("image-ports", CheckSubject.Image, "The image exposes exactly the policy's ports.", facts =>
            Subjects.Image(facts, image => [CheckImage(facts.Policy.Image, image)]))
        {
            Defects =
            [
                new Defect.InImage("the image exposes a port more", image =>
                    new ImageEdit(image.Config with { ExposedPorts = image.Config.ExposedPorts.Add(Undeclared) }, [])),
            ],
        },
        new("devcontainer-ports", CheckSubject.Tree, "The devcontainer forwards the policy's ports alone, published on loopback only.", facts =>
            Subjects.DevContainers(facts, container => CheckContainer(facts.Policy.Image, container)))
        {
            Defects =
            [
                new Defect.InTree("a port is published on all addresses", facts => TreeEdits.InDevContainer(facts, "appPort", "\"8082:8082\"")),
                new Defect.InTree("ports that open are forwarded", facts => TreeEdits.InDevContainer(facts, "otherPortsAttributes", "{}")),
            ],
        },
    ];

    private static IEnumerable<Observation> CheckStage(ImagePolicy policy, BuildStage stage)
    {
        var exposed =
            from step in stage.Written
            where step.Keyword == "EXPOSE"
            from port in step.Arguments
            select CheckExpose(policy, stage, port, stage.At(step.Instruction));
        return exposed.DefaultIfEmpty(new Observation.Held($"{stage.File}: stage {stage.Name} exposes no port"));
    }

    private static Observation CheckExpose(ImagePolicy policy, BuildStage stage, StepWord port, Place place) =>
        port.Value is { } value && ExposedPort.Normalise(value) is { } normal && policy.Ports.Contains(normal)
            ? new Observation.Held($"{place} EXPOSE {port.Value}")
            : new Observation.Broken($"stage {stage.Name} exposes {port.Written}", place, HelpFor(policy));

    private static Observation CheckImage(ImagePolicy policy, ImageFacts image)
    {
        var (name, ports) = (image.Identity.Name, image.Config.ExposedPorts);
        return ports.SetEquals(policy.Ports)
            ? new Observation.Held($"image {name} exposes {Listed(ports)}")
            : new Observation.Broken(
                $"image {name} exposes “{Listed(ports)}” instead of {Listed(policy.Ports)} alone",
                Place.InConfig(image.Identity, "ExposedPorts"),
                HelpFor(policy));
    }

    private static string HelpFor(ImagePolicy policy) => policy.Ports.IsEmpty ? "Expose nothing." : $"EXPOSE {Listed(policy.Ports)} alone.";

    private static string Listed(ImmutableSortedSet<string> ports) => string.Join(", ", ports);

    private static IEnumerable<Observation> CheckContainer(ImagePolicy policy, DevContainer container)
    {
        ImmutableArray<string> numbers = [.. policy.Ports.Where(port => port.EndsWith("/tcp", StringComparison.Ordinal)).Select(port => port[..^4])];
        return Subjects.HeldUnless(
            [.. CheckForwarded(numbers, container), .. CheckPublished(numbers, container)],
            () => $"{container.Path}: forwards {string.Join(", ", numbers)} alone, and no port on its own accord");
    }

    /// <summary>Editors forward whatever begins to listen in the container, unless they are told not to.</summary>
    private static IEnumerable<Observation> CheckForwarded(ImmutableArray<string> numbers, DevContainer container)
    {
        var isWrong = Subjects.IsIsolated(container)
            ? container.Asks("forwardPorts")
            : !(container["forwardPorts"]?.Items ?? []).Select(port => port.Text).Order(StringComparer.Ordinal).SequenceEqual(numbers);
        if (isWrong)
        {
            var list = $"[{string.Join(", ", numbers)}]";
            yield return new Observation.Broken($"forwardPorts is not {list}", container.PlaceOf("forwardPorts"), $"Write \"forwardPorts\": {list}.");
        }

        if (container["otherPortsAttributes"]?["onAutoForward"]?.Text != "ignore")
            yield return new Observation.Broken("ports that open are forwarded by themselves", container.PlaceOf("otherPortsAttributes"), IgnoreHelp);
    }

    private static IEnumerable<Observation> CheckPublished(ImmutableArray<string> numbers, DevContainer container)
    {
        var appPort = container["appPort"];
        var published = (appPort is { Items.IsEmpty: true } ? [appPort] : appPort?.Items ?? []).Select(port => (port.Text, port.Line))
            .Concat(container.RunOptions.Where(option => option.Name == "publish").Select(option => (Text: option.Value, option.Line)));
        foreach (var (text, line) in published.Where(port => !IsOnLoopback(numbers, port.Text)))
            yield return new Observation.Broken($"port {text} is published", container.At(line), PublishHelp);
        foreach (var option in container.RunOptions.Where(option => ExposesMore(numbers, option)))
            yield return new Observation.Broken($"runArgs expose more with --{option.Name} {option.Value}", container.At(option.Line), "Remove it.");
    }

    private static bool IsOnLoopback(ImmutableArray<string> numbers, string? published) =>
        numbers.Any(number => published == $"127.0.0.1:{number}:{number}" || published == $"127.0.0.1:{number}:{number}/tcp");

    private static bool ExposesMore(ImmutableArray<string> numbers, RunOption option) =>
        (option.Name == "publish-all" && option.IsOn) || (option.Name == "expose" && !numbers.Contains(option.Value ?? ""));
}
