using ContainerSecurity.Policy.Commands;
using ContainerSecurity.Policy.Scripts;
using ContainerSecurity.Policy.Stages;

namespace ContainerSecurity.Policy.Claims;

/// <summary>DM-4.3: nothing fetched is fed to an interpreter, or run without a comparison of its digest.</summary>
internal static class NoPipedInstalls
{
    public static readonly Claim Claim = new("DM-4.3", "No Piped Installs", facts =>
    [
        .. Subjects.HeldUnless(ShellSources.OfFiles(facts).SelectMany(Check), () => $"{facts.Scripts.Length} scripts and steps of pipelines: none"),
        .. Subjects.HeldUnless(PowerShell(facts), () => "PowerShell scripts: none"),
        .. Subjects.Stages(facts, CheckStage),
        .. facts.DevContainers.SelectMany(container => Subjects.HeldUnless(
            ShellSources.Of(container).SelectMany(Check), () => $"{container.Path}: none in {container.LifecycleCommands.Length} commands")),
        .. Subjects.Image(facts, image => Subjects.HeldUnless(
            ShellSources.Of(image).SelectMany(Check), () => $"image {image.Identity.Name}: none in {image.Config.History.Length} history entries, entry point and health check")),
    ]);

    private const string Help = "Download to a file, compare its SHA-256 with one that is written down here, then run it.";

    private static IEnumerable<Observation> CheckStage(StageFacts stage) => Subjects.HeldUnless(
        [.. ShellSources.Of(stage).SelectMany(Check), .. RemoteAdds(stage)],
        () => $"{stage.File}: none in stage {stage.Name}");

    private static IEnumerable<Observation> Check(ShellSource source)
    {
        if (!Programs.MentionsFetcher(source.Script.Text))
            return [];
        if (!source.Script.Readable)
            return [new Observation.Unseen($"{source.What}{(source.Place.File is { } file ? $" ({file}:{source.Place.Line})" : "")} is no shell text that can be read")];
        return PipedInstalls.Find(source.Script).Concat(UnverifiedDownloads.Find(source.Script))
            .Select(fault => new Observation.Broken($"in {source.What}, {fault.Message}", source.PlaceOf(fault)) { Help = Help });
    }

    private static IEnumerable<Observation> PowerShell(PolicyFacts facts) =>
        from script in facts.Scripts
        where script.Language == ScriptLanguage.PowerShell
        from line in PowerShellInstalls.Find(script.Text)
        select new Observation.Broken("what is fetched is fed to PowerShell", Place.At(script.File, script.Line + line - 1)) { Help = Help };

    private static IEnumerable<Observation> RemoteAdds(StageFacts stage) =>
        from add in stage.All("ADD")
        where add.Arguments.SkipLast(1).Any(source => source.Contains("://") || source.StartsWith("git@", StringComparison.Ordinal))
        where !add.Flags.Any(flag => flag is { Name: "checksum", Value: not (null or "") })
        select new Observation.Broken($"ADD in stage {stage.Name} fetches without --checksum", stage.At(add)) { Help = Help };
}
