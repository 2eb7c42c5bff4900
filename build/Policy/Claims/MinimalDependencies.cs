using System.Collections.Immutable;
using ContainerSecurity.Policy.Commands;
using ContainerSecurity.Policy.DevContainers;
using ContainerSecurity.Policy.Scripts;
using ContainerSecurity.Policy.Stages;

namespace ContainerSecurity.Policy.Claims;

/// <summary>DM-4.2: the packages that the devcontainer installs are exactly those that the measure names.</summary>
internal static class MinimalDependencies
{
    private static readonly ImmutableSortedSet<string> Allowed = ["curl", "jq", "nodejs"];

    public static readonly Claim Claim = new("DM-4.2", "Minimal Dependencies", facts =>
        [.. Subjects.Stages(facts, CheckStage), .. Subjects.DevContainers(facts, container => [.. CheckContainer(container), .. CheckList(facts, container)])]);

    private static IEnumerable<Observation> CheckStage(StageFacts stage) => ShellSources.Of(stage).SelectMany(CheckSource);

    private static IEnumerable<Observation> CheckContainer(DevContainer container)
    {
        foreach (var feature in container["features"]?.Members ?? [])
            yield return Broken($"the feature {feature.Name} installs more", container.At(feature.Line));
        foreach (var observation in ShellSources.Of(container).SelectMany(CheckSource))
            yield return observation;
    }

    private static IEnumerable<Observation> CheckSource(ShellSource source)
    {
        if (!source.Script.Readable)
            return [new Observation.Unseen($"{source.What} ({source.Place.File}:{source.Place.Line}) is no shell text that can be read")];
        return source.Script.Commands.Select(PackageManagers.InstallOf).OfType<PackageInstall>()
            .SelectMany(Unexpected)
            .Select(fault => Broken($"{source.What} {fault.Message}", source.PlaceOf(fault)));
    }

    private static IEnumerable<CommandFault> Unexpected(PackageInstall install)
    {
        if (!install.IsDebian)
            return [new($"installs with {install.Manager}", install.Command)];
        return install.Names.Where(name => !Allowed.Contains(name)).Select(name => new CommandFault($"installs {name}", install.Command));
    }

    /// <summary>Exactly: what the measure names and nobody installs is a false statement too.</summary>
    private static IEnumerable<Observation> CheckList(PolicyFacts facts, DevContainer container)
    {
        if (facts.StageOf(container) is not { } stage)
            return [new Observation.Unseen($"the stage that {container.Path} builds cannot be read")];
        var installs = stage.WithParents().SelectMany(ShellSources.Of)
            .SelectMany(source => source.Script.Commands.Select(PackageManagers.InstallOf).OfType<PackageInstall>().Select(install => (Install: install, source.Place)))
            .ToList();
        var missing = Allowed.Except(installs.SelectMany(item => item.Install.Names));
        return missing.IsEmpty
            ? [new Observation.Held($"{installs[0].Place.File}:{installs[0].Place.Line} stage {stage.Name} installs {string.Join(", ", installs.SelectMany(item => item.Install.Names).Distinct())}")]
            : [Broken($"stage {stage.Name} does not install {string.Join(", ", missing)}", stage.At(stage.Stage.From))];
    }

    private static Observation.Broken Broken(string message, Place place) => new(message, place) { Help = $"Install {string.Join(", ", Allowed)} with apt-get and nothing else." };
}
