using System.Collections.Immutable;
using ContainerSecurity.Images;
using ContainerSecurity.Images.Contents;
using ContainerSecurity.Rules.Claims.Facts;
using ContainerSecurity.Shell.Programs;

namespace ContainerSecurity.Rules.Images;

/// <summary>What made the layers: nothing that gives another image tomorrow, and nothing that leaves its lists behind.</summary>
internal static class BuildHistory
{
    private static readonly string[] Upgrades = ["dist-upgrade", "full-upgrade", "upgrade"];

    private static readonly string[] Verbs = [.. Upgrades, "update", "install", "remove", "purge", "autoremove", "clean", "build-dep"];

    public static readonly ImmutableArray<Check> Checks =
    [
        new(
            "image-history",
            CheckSubject.Image,
            "No step of the image's history updates lists without installing, upgrades all packages, keeps apk's cache, or adds from an address.",
            facts => Subjects.Image(facts, CheckImage))
        {
            Defects =
            [
                Planted("lists are updated in a layer of their own", "RUN /bin/sh -c apt-get update # buildkit"),
                Planted("all packages are upgraded", "RUN /bin/sh -c apt-get update && apt-get dist-upgrade -y # buildkit"),
                Planted("a file is added from an address", "ADD https://example.org/planted /planted # buildkit"),
            ],
        },
    ];

    private static Defect.InImage Planted(string what, string createdBy) =>
        new(what, image => new ImageEdit(image.Config with { History = image.Config.History.Add(new HistoryEntry(createdBy, true)) }, []));

    private static IEnumerable<Observation> CheckImage(ImageFacts image) => Subjects.HeldUnless(
        ShortList.Of(
            from script in ProductScripts.InHistory(image)
            from fault in FaultsOf(script.Shell.Commands.Select(EffectiveCommand.From).ToList())
                .Concat(AddsFromAddress(script.Text) ? ["adds a file from an address, whatever is there on that day"] : [])
            select new Observation.Broken(
                $"a step of the image's history {fault}", script.Place, "Update and install in one RUN, by name; fetch with a digest.")),
        () => $"image {image.Identity.Name}: none of {image.Config.History.Length} steps");

    private static IEnumerable<string> FaultsOf(List<EffectiveCommand> commands)
    {
        foreach (var command in commands)
        {
            var verb = VerbOf(command);
            if (command.Name is "apt-get" or "apt" or "aptitude")
            {
                if (verb == "update" && !commands.Any(other => other.Name == command.Name && VerbOf(other) == "install"))
                    yield return $"runs {command.Name} update and installs nothing, so that a later layer may install from old lists";
                if (Upgrades.Contains(verb))
                    yield return $"runs {command.Name} {verb}, which gives another image on another day";
            }
            else if (command.Name == "apk" && verb == "add" && !command.HasOption("--no-cache", "--no-network"))
            {
                yield return "runs apk add without --no-cache";
            }
        }
    }

    /// <summary>The first word that is one: values of options stand before it too.</summary>
    private static string? VerbOf(EffectiveCommand command) =>
        command.Arguments.Select(word => word.Text).FirstOrDefault(word => Verbs.Contains(word) || word == "add");

    private static bool AddsFromAddress(string text) =>
        text.StartsWith("ADD ", StringComparison.Ordinal) && (text.Contains(" http://") || text.Contains(" https://"));
}
