using System.Collections.Immutable;
using System.Globalization;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.DevContainers;
using ContainerSecurity.Formats.Dockerfiles.Stages;
using ContainerSecurity.Images.Contents;
using ContainerSecurity.Rules.Claims.Facts;

namespace ContainerSecurity.Rules.Claims;

/// <summary>CT-1.2: root starts the devcontainer to manage the proxy; nobody else is root.</summary>
internal static class RootUser
{
    private const string StageHelp = "End the stage with a numeric user such as USER 65532:65532.";

    public static readonly ImmutableArray<Check> Checks =
    [
        new("devcontainer-user", CheckSubject.Tree, "The agent of the devcontainer is not root, and no command of the container becomes it.", facts =>
            Subjects.DevContainers(facts, CheckContainer))
        {
            Defects = [new Defect.InTree("the agent is root", facts => TreeEdits.InDevContainer(facts, "remoteUser", "\"root\""))],
        },
        new("stage-user", CheckSubject.Tree, "Every stage ends as a numeric user above 0.", facts =>
            Subjects.Stages(facts, stage => [CheckStage(stage)]))
        {
            Defects = [new Defect.InTree("a stage ends as root", facts => TreeEdits.InLastStage(facts, "USER root"))],
        },
        new("image-user", CheckSubject.Image, "The image runs as a numeric user above 0.", facts =>
            Subjects.Image(facts, image => [CheckImage(image)]))
        {
            Defects =
            [
                new Defect.InImage("the image runs as root", image => new ImageEdit(image.Config with { User = "" }, [])),
                new Defect.InImage("the image's user is a name", image => new ImageEdit(image.Config with { User = "planted" }, [])),
            ],
        },
    ];

    private static IEnumerable<Observation> CheckContainer(DevContainer container) => Subjects.HeldUnless(
        [.. CheckAgent(container), .. CheckCommands(container)],
        () => $"{container.Path}: the container starts as {container["containerUser"]?.Text ?? "the image's user"}, the agent is "
            + $"{container["remoteUser"]?.Text}");

    /// <summary>Without remoteUser the agent is the user that the container starts as.</summary>
    private static IEnumerable<Observation> CheckAgent(DevContainer container)
    {
        var user = container["remoteUser"]?.Text;
        if (user is null or "" or "root" || user.Contains("${") || (IsNumber(user, out var number) && number == 0))
        {
            var message = user is null
                ? "the agent has no remoteUser, and so is whoever the container starts as"
                : $"the agent's remoteUser is “{user}”";
            yield return new Observation.Broken(message, container.PlaceOf("remoteUser"), "Set \"remoteUser\": \"vscode\".");
        }
    }

    private static IEnumerable<Observation> CheckCommands(DevContainer container) =>
        from script in container.Scripts
        where script.Shell.Commands.Any(command => command.Name is "sudo" or "su" or "doas")
        select new Observation.Broken($"{script.What} becomes root", script.Place, "Leave what needs root to the container's own command.");

    private static Observation CheckStage(BuildStage stage)
    {
        if (stage.User is not { Arguments: [var user, ..] } step)
        {
            return new Observation.Broken(
                $"stage {stage.Name} sets no USER and so ends as that of {stage.Image.Text}", stage.At(stage.From), StageHelp);
        }

        var place = stage.At(step.Instruction);
        return IsNumericNonRoot(user.Value)
            ? new Observation.Held($"{place} stage {stage.Name} ends as user {user.Value}")
            : new Observation.Broken($"stage {stage.Name} ends as user “{user.Written}”, which is not a number above 0", place, StageHelp);
    }

    private static Observation CheckImage(ImageFacts image)
    {
        var user = image.Config.User;
        return IsNumericNonRoot(user)
            ? new Observation.Held($"image {image.Identity.Name} runs as user {user}")
            : new Observation.Broken(
                $"image {image.Identity.Name} runs as user “{user}”, which is not a number above 0",
                Place.InConfig(image.Identity, "User"),
                StageHelp);
    }

    /// <summary><c>user</c> or <c>user:group</c>.</summary>
    private static bool IsNumericNonRoot(string? user) => user is not null && IsNumber(user.Split(':')[0], out var number) && number > 0;

    private static bool IsNumber(string text, out uint number) => uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
