using System.Globalization;
using ContainerSecurity.Policy.Contents;
using ContainerSecurity.Policy.DevContainers;
using ContainerSecurity.Policy.Scripts;
using ContainerSecurity.Policy.Stages;

namespace ContainerSecurity.Policy.Claims;

/// <summary>CT-1.2: root starts the devcontainer to manage the proxy; nobody else is root.</summary>
internal static class RootUser
{
    public static readonly Claim Claim = new("CT-1.2", "Root User", facts =>
    [
        .. Subjects.DevContainers(facts, CheckContainer),
        .. Subjects.Stages(facts, stage => [CheckStage(stage)]),
        .. Subjects.Image(facts, image => [CheckImage(image)]),
    ]);

    private static IEnumerable<Observation> CheckContainer(DevContainer container)
    {
        // Without remoteUser the agent is whoever the container starts as.
        var user = container["remoteUser"]?.Text;
        if (user is null or "" or "root" || user.Contains("${") || (IsNumber(user, out var number) && number == 0))
        {
            yield return new Observation.Broken($"the agent's remoteUser is {user ?? "not set, and so that of the container"}", container.PlaceOf("remoteUser"))
            {
                Help = "Set \"remoteUser\": \"vscode\".",
            };
        }
        else
        {
            foreach (var become in ShellSources.Of(container).Where(source => source.Script.Commands.Any(command => command.Name is "sudo" or "su" or "doas")))
                yield return new Observation.Broken($"{become.What} becomes root", become.Place) { Help = "Leave what needs root to the container's own command." };
            yield return new Observation.Held($"{container.Path}: the container starts as {container["containerUser"]?.Text ?? "the image's user"}, the agent is {user}");
        }
    }

    private static Observation CheckStage(StageFacts stage)
    {
        if (stage.User is not { } user)
            return new Observation.Broken($"stage {stage.Name} sets no USER and so ends as {(stage.BaseImage == "scratch" ? "root" : "that of its base image")}", stage.At(stage.Stage.From)) { Help = Help };
        return IsNumericNonRoot(user.Value)
            ? new Observation.Held($"{user.Place.File}:{user.Place.Line} stage {stage.Name} ends as user {user.Value}")
            : new Observation.Broken($"stage {stage.Name} ends as user “{user.Written}”, which is not a number above 0", user.Place) { Help = Help };
    }

    private static Observation CheckImage(ImageFacts image) => IsNumericNonRoot(image.Config.User)
        ? new Observation.Held($"image {image.Identity.Name} runs as user {image.Config.User}")
        : new Observation.Broken($"image {image.Identity.Name} runs as user “{image.Config.User}”, which is not a number above 0", Place.ImageConfig) { Help = Help };

    private const string Help = "End the stage with a numeric user such as USER 65532:65532.";

    /// <summary><c>user</c> or <c>user:group</c>.</summary>
    private static bool IsNumericNonRoot(string? user) => user is not null && IsNumber(user.Split(':')[0], out var number) && number > 0;

    private static bool IsNumber(string text, out uint number) => uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
