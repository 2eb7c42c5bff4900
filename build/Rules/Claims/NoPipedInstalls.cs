using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Formats.Dockerfiles.Stages;
using ContainerSecurity.Formats.Scripts;
using ContainerSecurity.Rules.Claims.Facts;
using ContainerSecurity.Shell.Programs;

namespace ContainerSecurity.Rules.Claims;

/// <summary>DM-4.3: nothing fetched is fed to an interpreter, or run without a comparison of its digest.</summary>
internal static class NoPipedInstalls
{
    private const string Help = "Download to a file, compare its SHA-256 with one that is written down here, then run it.";

    public static readonly Claim Claim = new("DM-4.3", "No Piped Installs", facts =>
    [
        .. Subjects.HeldUnless(
            [.. ShellSources.OfFiles(facts).SelectMany(Check), .. CheckPowerShell(facts)], () => $"none in {facts.Scripts.Length} scripts and steps of pipelines"),
        .. Subjects.Stages(facts, CheckStage),
        .. facts.DevContainers.SelectMany(container => Subjects.HeldUnless(
            ShellSources.Of(container).SelectMany(Check), () => $"{container.Path}: none in {container.LifecycleCommands.Length} command(s)")),
        .. Subjects.Image(facts, image => Subjects.HeldUnless(
            ShellSources.Of(image).SelectMany(Check), () => $"image {image.Identity.Name}: none in history, entry point and health check")),
    ]);

    private static IEnumerable<Observation> CheckStage(BuildStage stage) => Subjects.HeldUnless(
        [
            .. ShellSources.Of(stage).SelectMany(Check),
            .. stage.All("ADD").Where(IsUnverified).Select(add => Broken($"ADD in stage {stage.Name} fetches without --checksum", stage.At(add))),
        ],
        () => $"{stage.File}: none in stage {stage.Name}");

    /// <summary>A text that is no shell script can hide nothing that fetches unless it names what could.</summary>
    private static IEnumerable<Observation> Check(ShellSource source)
    {
        var script = source.Script;
        return script.Readable
            ? PipedInstalls.Find(script).Concat(UnverifiedDownloads.Find(script)).Select(fault => Broken($"in {source.What}, {fault.Message}", source.PlaceOf(fault)))
            : Programs.MentionsFetcher(script.Text) ? [new Observation.Unseen($"{source.What} ({source.Place}) is no shell text that can be read")]
            : [];
    }

    private static IEnumerable<Observation> CheckPowerShell(PolicyFacts facts) =>
        from script in facts.Scripts
        where script.Language == ScriptLanguage.PowerShell
        from line in PowerShellInstalls.Find(script.Text)
        select Broken("what is fetched is fed to PowerShell", Place.At(script.File, script.Line + line - 1));

    private static bool IsUnverified(Instruction add) =>
        add.Arguments.SkipLast(1).Any(source => source.Contains("://") || source.StartsWith("git@", StringComparison.Ordinal))
        && !add.Flags.Any(flag => flag is { Name: "checksum", Value.Length: > 0 });

    private static Observation.Broken Broken(string message, Place place) => new(message, place, Help);
}
