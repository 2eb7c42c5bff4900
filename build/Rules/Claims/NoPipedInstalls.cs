using System.Collections.Immutable;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Formats.Scripts;
using ContainerSecurity.Rules.Claims.Facts;
using ContainerSecurity.Rules.Facts;
using ContainerSecurity.Shell.Flow;
using ContainerSecurity.Shell.PowerShell;
using ContainerSecurity.Shell.Programs;
using ContainerSecurity.Shell.Programs.Table;

namespace ContainerSecurity.Rules.Claims;

/// <summary>DM-4.3: nothing fetched is fed to an interpreter, or run without a comparison of its digest.</summary>
internal static class NoPipedInstalls
{
    private const string Help = "Download to a file, compare its SHA-256 with one that is written down here, then run it.";

    private const string Piped = "curl -fsSL https://get.example.org/install.sh | sh";

    public static readonly ImmutableArray<Check> Checks =
    [
        new("tree-piped-installs", CheckSubject.Tree, "No Dockerfile, script, pipeline or devcontainer runs what it fetches unverified.", facts =>
        [
            .. Subjects.HeldUnless(
                [.. facts.Scripts.SelectMany(CheckScript), .. facts.UnreadScripts.Select(why => new Observation.Unseen(why))],
                () => $"none in {facts.Scripts.Length} scripts and steps of pipelines"),
            .. Subjects.Dockerfiles(facts, CheckDockerfile),
            .. facts.DevContainers.SelectMany(container => Subjects.HeldUnless(
                container.Scripts.SelectMany(CheckScript), () => $"{container.Path}: none in {container.Scripts.Length} command(s)")),
        ])
        {
            Defects =
            [
                new Defect.InTree("a RUN feeds a download to a shell", facts => TreeEdits.InLastStage(facts, $"RUN {Piped}"))
                {
                    SeenToo = [MinimalAttackSurface.Copies],
                },
                new Defect.InTree("a script feeds a download to a shell", _ => new FileEdit("planted.sh", _ => $"#!/bin/sh\n{Piped}\n")),
                new Defect.InTree("a command of the devcontainer feeds a download to a shell", facts =>
                    TreeEdits.InDevContainer(facts, "postCreateCommand", $"\"{Piped}\"")),
            ],
        },
        new("image-piped-installs", CheckSubject.Image, "Neither the image's history nor what it starts runs what is fetched unverified.", facts =>
            Subjects.Image(facts, image => Subjects.HeldUnless(
                ProductScripts.InImage(image).SelectMany(CheckScript),
                () => $"image {image.Identity.Name}: none in history, entry point and health check")))
        {
            Defects =
            [
                new Defect.InImage("the history feeds a download to a shell", image =>
                    new ImageEdit(image.Config with { History = image.Config.History.Add(new($"RUN /bin/sh -c {Piped} # buildkit", true)) }, [])),
            ],
        },
    ];

    /// <summary>What the lint gate says too: files go from instruction to instruction, and into the scripts that are copied.</summary>
    private static IEnumerable<Observation> CheckDockerfile(CommandSource dockerfile) => Subjects.HeldUnless(
        [
            .. dockerfile.FlowFaults(FaultKind.RunUnseen).Concat(dockerfile.FlowFaults(FaultKind.RunUnverified))
                .Select(hit => Broken(hit.File is { } file ? $"in {file}, {hit.What}" : hit.What!, PlaceOf(dockerfile, hit))),
            .. dockerfile.FlowFaults(FaultKind.RunUnread).Select(hit => new Observation.Unseen($"{PlaceOf(dockerfile, hit)}: {hit.What}")),
            .. dockerfile.Scripts.Where(script => !script.Shell.IsReadable).SelectMany(script => Unreadable(script.Script)),
            .. from stage in dockerfile.Stages
               from add in stage.All("ADD")
               where IsUnverified(add)
               select Broken($"ADD in stage {stage.Name} fetches without --checksum", stage.At(add)),
        ],
        () => $"{dockerfile.Path}: none in {dockerfile.Stages.Length} stage(s) and the scripts that they copy and run");

    private static Place PlaceOf(CommandSource dockerfile, Hit hit) => Place.At(hit.File ?? dockerfile.Path, hit.Line);

    private static IEnumerable<Observation> CheckScript(Script script) =>
        script.Language == ScriptLanguage.PowerShell ? CheckPowerShell(script)
        : script.Shell.IsReadable ? ScriptWalk.FindFaults(script.Shell, script.StopsAtErrors, script.StopsInPipes)
            .Where(fault => fault.Kind is FaultKind.RunUnseen or FaultKind.RunUnverified)
            .Select(fault => Broken($"in {script.What}, {fault.Message}", script.PlaceOf(fault)))
        : Unreadable(script);

    /// <summary>A text that is not a shell script can hide nothing that fetches unless it names what could.</summary>
    private static IEnumerable<Observation> Unreadable(Script script) =>
        script.Language is ScriptLanguage.Shell or ScriptLanguage.Other && ProgramTable.MentionsFetcher(script.Text)
            ? [new Observation.Unseen($"{script.What} ({script.Place}) is not a shell text that can be read")]
            : [];

    private static IEnumerable<Observation> CheckPowerShell(Script script) =>
        PowerShellScript.FindFaults(script.Text).Select(fault => Broken(fault.Message, script.PlaceOf(fault)));

    private static bool IsUnverified(Instruction add) =>
        add.Arguments.SkipLast(1).Any(source => source.Contains("://") || source.StartsWith("git@", StringComparison.Ordinal))
        && !add.Flags.Any(flag => flag is { Name: "checksum", Value.Length: > 0 });

    private static Observation.Broken Broken(string message, Place place) => new(message, place, Help);
}
