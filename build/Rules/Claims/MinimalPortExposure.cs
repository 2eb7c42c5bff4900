using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Containers;
using ContainerSecurity.Formats.DevContainers;
using ContainerSecurity.Formats.Dockerfiles.Stages;
using ContainerSecurity.Images.Contents;
using ContainerSecurity.Rules.Claims.Facts;

namespace ContainerSecurity.Rules.Claims;

/// <summary>NS-3.2: port 8082, and no other, in the image, the Dockerfiles and the devcontainer.</summary>
internal static class MinimalPortExposure
{
    private const string Port = "8082";
    private const string Published = "127.0.0.1:8082:8082";
    private const string ExposeHelp = $"EXPOSE {Port} alone.";
    private const string IgnoreHelp = "Write \"otherPortsAttributes\": { \"onAutoForward\": \"ignore\" }.";
    private const string PublishHelp = $"Publish {Published}, on loopback, or nothing: forwardPorts is enough.";

    public static readonly Claim Claim = new("NS-3.2", "Minimal Port Exposure", facts =>
    [
        .. Subjects.Stages(facts, CheckStage),
        .. Subjects.Image(facts, image => [CheckImage(image)]),
        .. Subjects.DevContainers(facts, CheckContainer),
    ]);

    private static IEnumerable<Observation> CheckStage(BuildStage stage) =>
        from step in stage.Written
        where step.Keyword == "EXPOSE"
        from port in step.Arguments
        select CheckExpose(stage, port, stage.At(step.Instruction));

    private static Observation CheckExpose(BuildStage stage, StepWord port, Place place) => port.Value is Port or $"{Port}/tcp"
        ? new Observation.Held($"{place} EXPOSE {port.Value}")
        : new Observation.Broken($"stage {stage.Name} exposes {port.Written}", place, ExposeHelp);

    private static Observation CheckImage(ImageFacts image)
    {
        var (name, ports) = (image.Identity.Name, string.Join(", ", image.Config.ExposedPorts));
        return ports == $"{Port}/tcp"
            ? new Observation.Held($"image {name} exposes {ports}")
            : new Observation.Broken(
                $"image {name} exposes “{ports}” instead of {Port}/tcp alone", Place.InConfig(image.Identity, "ExposedPorts"), ExposeHelp);
    }

    private static IEnumerable<Observation> CheckContainer(DevContainer container) => Subjects.HeldUnless(
        [.. CheckForwarded(container), .. CheckPublished(container)],
        () => $"{container.Path}: forwards {Port} alone, and no port on its own accord");

    /// <summary>Editors forward whatever begins to listen in the container, unless they are told not to.</summary>
    private static IEnumerable<Observation> CheckForwarded(DevContainer container)
    {
        if (Subjects.IsIsolated(container) ? container.Asks("forwardPorts") : container["forwardPorts"]?.Items is not [{ Text: Port }])
        {
            yield return new Observation.Broken(
                $"forwardPorts is not [{Port}]", container.PlaceOf("forwardPorts"), $"Write \"forwardPorts\": [{Port}].");
        }

        if (container["otherPortsAttributes"]?["onAutoForward"]?.Text != "ignore")
            yield return new Observation.Broken("ports that open are forwarded by themselves", container.PlaceOf("otherPortsAttributes"), IgnoreHelp);
    }

    private static IEnumerable<Observation> CheckPublished(DevContainer container)
    {
        var appPort = container["appPort"];
        var published = (appPort is { Items.IsEmpty: true } ? [appPort] : appPort?.Items ?? []).Select(port => (port.Text, port.Line))
            .Concat(container.RunOptions.Where(option => option.Name == "publish").Select(option => (Text: option.Value, option.Line)));
        foreach (var (text, line) in published.Where(port => port.Text is not (Published or $"{Published}/tcp")))
            yield return new Observation.Broken($"port {text} is published", container.At(line), PublishHelp);
        foreach (var option in container.RunOptions.Where(ExposesMore))
            yield return new Observation.Broken($"runArgs expose more with --{option.Name} {option.Value}", container.At(option.Line), "Remove it.");
    }

    private static bool ExposesMore(RunOption option) =>
        (option.Name == "publish-all" && option.IsOn) || (option.Name == "expose" && option.Value != Port);
}
