using System.Collections.Immutable;
using ContainerSecurity.Findings;
using ContainerSecurity.Images;
using ContainerSecurity.Images.Contents;
using ContainerSecurity.Rules.Claims.Facts;
using ContainerSecurity.Shell.Programs.Table;

namespace ContainerSecurity.Rules.Images;

/// <summary>How a container of the image starts and says that it is well.</summary>
internal static class StartCommand
{
    private const string ExecHelp = "Write ENTRYPOINT [\"/path/of/program\"]: a list, and an absolute path.";
    private const string HealthHelp =
        "Write HEALTHCHECK CMD [\"/program\", \"argument\"]; Podman and Buildah keep it only with --format docker.";

    public static readonly ImmutableArray<Check> Checks =
    [
        new("image-entrypoint", CheckSubject.Image, "The image starts a program by its absolute path, without a shell.", facts =>
            Subjects.Image(facts, CheckEntryPoint))
        {
            Defects =
            [
                new Defect.InImage("the entry point goes through a shell", image => new ImageEdit(
                    image.Config with { Entrypoint = ["/planted/sh", "-c", string.Join(' ', image.Config.Entrypoint)] }, []))
                {
                    SeenToo = ["image-static", "image-hardened", SinglePrograms.Id],
                },
                new Defect.InImage("the entry point is a relative path", image => new ImageEdit(
                    image.Config with { Entrypoint = [$".{WordsOf(image.Config).FirstOrDefault()}"], Command = [] }, []))
                {
                    SeenToo = ["image-static", "image-hardened", SinglePrograms.Id],
                },
            ],
        },
        new("image-healthcheck", CheckSubject.Image, "The image has a health check that its own programs can run.", facts =>
            Subjects.Image(facts, CheckHealth))
        {
            Defects =
            [
                new Defect.InImage("the image has no health check", (_, image) => image.Config.Healthcheck is null
                    ? null
                    : new ImageEdit(image.Config with { Healthcheck = null }, [])),
                new Defect.InImage("the health check runs what is not there", image => new ImageEdit(
                    image.Config with { Healthcheck = new Healthcheck(["CMD", "/usr/bin/planted"]) }, [])),
            ],
        },
    ];

    /// <summary>What an engine starts of an image's own files.</summary>
    public static IReadOnlyList<ImageFile> ProgramsOf(ImageFacts image) =>
    [
        .. new[] { EntryPoint.Find(image), HealthProgramOf(image.Config) is { } program ? EntryPoint.Find(image, program) : null }
            .OfType<ImageFile>()
            .DistinctBy(file => file.Path),
    ];

    private static IEnumerable<Observation> CheckEntryPoint(ImageFacts image)
    {
        var (entry, command) = (image.Config.Entrypoint, image.Config.Command);
        return Subjects.HeldUnless(
            FaultsOf(entry, command).Select(fault => new Observation.Broken(
                fault, Place.InConfig(image.Identity, entry.IsEmpty ? "Cmd" : "Entrypoint"), ExecHelp)),
            () => $"image {image.Identity.Name} starts {string.Join(' ', WordsOf(image.Config))}, without a shell");
    }

    private static IEnumerable<string> WordsOf(ImageConfig config) => config.Entrypoint.Concat(config.Command);

    private static IEnumerable<string> FaultsOf(ImmutableArray<string> entry, ImmutableArray<string> command)
    {
        if (entry.IsEmpty && command.IsEmpty)
        {
            yield return "the image starts nothing: it has no entry point and no command";
            yield break;
        }

        var first = entry.IsEmpty ? command : entry;
        if (IsShellForm(first))
            yield return $"the image starts its program through the shell {first[0]}, which takes the signals that stop a container";
        else if (!first[0].StartsWith('/'))
            yield return $"the image starts “{first[0]}”, which PATH or the working directory decide";
        if (!entry.IsEmpty && IsShellForm(command))
            yield return $"CMD is a text for a shell, and so gives {entry[0]} the arguments {command[0]} {command[1]}";
    }

    /// <summary>As builders store what is written as a text: <c>/bin/sh -c TEXT</c>.</summary>
    private static bool IsShellForm(ImmutableArray<string> words) =>
        words is [var shell, var option, ..]
        && ProgramTable.NameOf(shell) is var name
        && (ProgramTable.Is(name, Act.Shell) || ProgramTable.Is(name, Act.PowerShell) || name is "cmd" or "busybox")
        && option is ['-' or '/', ..] or "sh";

    private static IEnumerable<Observation> CheckHealth(ImageFacts image) =>
        [WhyUnhealthy(image) is { } why
            ? new Observation.Broken(why, Place.InConfig(image.Identity, "Healthcheck"), HealthHelp)
            : new Observation.Held($"image {image.Identity.Name} asks {string.Join(' ', image.Config.Healthcheck!.Test.Skip(1))} for its health")];

    private static string? WhyUnhealthy(ImageFacts image) => image.Config.Healthcheck?.Test switch
    {
        null or [] => "the image has no health check",
        ["NONE", ..] => "the image switches the health check of its base off",
        _ when HealthProgramOf(image.Config) is not { } program => "the image's health check runs nothing",
        _ when EntryPoint.Find(image, HealthProgramOf(image.Config)!) is null =>
            $"the image's health check runs {HealthProgramOf(image.Config)}, which is not in the image",
        _ => null,
    };

    private static string? HealthProgramOf(ImageConfig config) => config.Healthcheck?.Test switch
    {
        ["CMD", var program, ..] => program,
        ["CMD-SHELL", ..] => "/bin/sh",
        _ => null,
    };
}
