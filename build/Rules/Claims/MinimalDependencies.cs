using System.Collections.Immutable;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.DevContainers;
using ContainerSecurity.Formats.Dockerfiles.Stages;
using ContainerSecurity.Formats.Scripts;
using ContainerSecurity.Rules.Claims.Facts;
using ContainerSecurity.Shell.Programs;

namespace ContainerSecurity.Rules.Claims;

/// <summary>DM-4.2: the packages that the devcontainer installs are exactly those that the measure names.</summary>
internal static class MinimalDependencies
{
    private static readonly ImmutableSortedSet<string> Allowed = ["curl", "jq", "nodejs"];

    public static readonly Claim Claim = new("DM-4.2", "Minimal Dependencies", facts =>
    [
        .. Subjects.Stages(facts, stage => ProductScripts.InStage(stage).SelectMany(CheckScript)),
        .. Subjects.DevContainers(facts, container => [.. CheckFeatures(container), .. container.Scripts.SelectMany(CheckScript)]),
        .. Subjects.DevContainerStages(facts, stage => [CheckList(stage)]),
    ]);

    private static IEnumerable<Observation> CheckFeatures(DevContainer container) =>
        (container["features"]?.Members ?? []).Select(feature => Broken($"the feature {feature.Name} installs more", container.At(feature.Line)));

    private static IEnumerable<Observation> CheckScript(Script script) => script.Shell.IsReadable
        ? InstallsOf(script).SelectMany(Unexpected).Select(fault => Broken($"{script.What} {fault.Message}", script.PlaceOf(fault)))
        : [new Observation.Unseen($"{script.What} ({script.Place}) is not a shell text that can be read")];

    private static IEnumerable<CommandFault> Unexpected(PackageInstall install) => install.IsDebian
        ? install.Names.Where(name => !Allowed.Contains(name)).Select(name => new CommandFault($"installs {name}", install.Command))
        : [new($"installs with {install.Manager}", install.Command)];

    /// <summary>Exactly: what the measure names and nobody installs is a false statement too.</summary>
    private static Observation CheckList(BuildStage stage)
    {
        var installed = stage
            .WithBases()
            .SelectMany(ProductScripts.InStage)
            .SelectMany(InstallsOf)
            .SelectMany(install => install.Names)
            .ToImmutableSortedSet();
        var missing = Allowed.Except(installed);
        return missing.IsEmpty
            ? new Observation.Held($"{stage.File}: stage {stage.Name} installs {string.Join(", ", installed)}")
            : Broken($"stage {stage.Name} does not install {string.Join(", ", missing)}", stage.At(stage.Stage.From));
    }

    private static IEnumerable<PackageInstall> InstallsOf(Script script) =>
        script.Shell.Commands.Select(PackageInstall.Parse).OfType<PackageInstall>();

    private static Observation.Broken Broken(string message, Place place) =>
        new(message, place, $"Install {string.Join(", ", Allowed)} with apt-get and nothing else.");
}
