using ContainerSecurity.Policy.Contents;
using ContainerSecurity.Policy.DevContainers;
using ContainerSecurity.Policy.Stages;

namespace ContainerSecurity.Policy.Claims;

/// <summary>NS-3.2: port 8082, and no other, in the image, the Dockerfiles and the devcontainer.</summary>
internal static class MinimalPortExposure
{
    private const string Port = "8082";
    private const string Published = "127.0.0.1:8082:8082";

    public static readonly Claim Claim = new("NS-3.2", "Minimal Port Exposure", facts =>
    [
        .. Subjects.Stages(facts, CheckStage),
        .. Subjects.Image(facts, image => [CheckImage(image)]),
        .. Subjects.DevContainers(facts, CheckContainer),
    ]);

    private static IEnumerable<Observation> CheckStage(StageFacts stage) => stage.Ports.Select<StageWord, Observation>(port => port.Value is Port or $"{Port}/tcp"
        ? new Observation.Held($"{port.Place.File}:{port.Place.Line} EXPOSE {port.Value}")
        : new Observation.Broken($"stage {stage.Name} exposes {port.Written}", port.Place) { Help = $"EXPOSE {Port} alone." });

    private static Observation CheckImage(ImageFacts image)
    {
        var ports = string.Join(", ", image.Config.ExposedPorts);
        return ports == $"{Port}/tcp"
            ? new Observation.Held($"image {image.Identity.Name} exposes {ports}")
            : new Observation.Broken($"image {image.Identity.Name} exposes {(ports.Length == 0 ? "no port" : ports)} instead of {Port}/tcp alone", Place.ImageConfig) { Help = $"EXPOSE {Port} alone." };
    }

    private static IEnumerable<Observation> CheckContainer(DevContainer container) => Subjects.HeldUnless(
        [.. Forwarded(container), .. Automatic(container), .. PublishedPorts(container)],
        () => $"{container.Path}: forwards {Port} alone, and no port on its own accord");

    private static IEnumerable<Observation> Forwarded(DevContainer container)
    {
        if (container["forwardPorts"]?.Items is not [{ Text: Port }])
            yield return Broken($"forwardPorts is not [{Port}]", container.PlaceOf("forwardPorts"), $"Write \"forwardPorts\": [{Port}].");
    }

    /// <summary>Editors forward whatever begins to listen in the container, unless they are told not to.</summary>
    private static IEnumerable<Observation> Automatic(DevContainer container)
    {
        if (container["otherPortsAttributes"]?["onAutoForward"]?.Text != "ignore")
            yield return Broken("ports that open in the container are forwarded by themselves", container.PlaceOf("otherPortsAttributes"), "Write \"otherPortsAttributes\": { \"onAutoForward\": \"ignore\" }.");
    }

    private static IEnumerable<Observation> PublishedPorts(DevContainer container)
    {
        var appPort = container["appPort"];
        var published = (appPort is { Items.IsEmpty: true } ? [appPort] : appPort?.Items ?? []).Select(value => (value.Text, value.Line))
            .Concat(container.RunOptions.Where(option => option.Name == "publish").Select(option => (Text: option.Value, option.Line)));
        foreach (var (text, line) in published.Where(port => port.Text is not (Published or $"{Published}/tcp")))
            yield return Broken($"port {text} is published", container.At(line), $"Publish {Published}, on loopback, or nothing: forwardPorts is enough.");
        foreach (var option in container.RunOptions.Where(option => (option.Name == "publish-all" && option.IsOn) || (option.Name == "expose" && option.Value != Port)))
            yield return Broken($"runArgs expose more with --{option.Name} {option.Value}", container.At(option.Line), "Remove it.");
    }

    private static Observation.Broken Broken(string message, Place place, string help) => new(message, place) { Help = help };
}
