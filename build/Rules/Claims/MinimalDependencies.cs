using System.Collections.Immutable;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.DevContainers;
using ContainerSecurity.Formats.Dockerfiles.Stages;
using ContainerSecurity.Formats.ReleasePolicies;
using ContainerSecurity.Formats.Scripts;
using ContainerSecurity.Rules.Claims.Facts;
using ContainerSecurity.Shell.Programs;

namespace ContainerSecurity.Rules.Claims;

/// <summary>DM-4.2: the packages that the devcontainer installs are exactly those that the measure names.</summary>
internal static class MinimalDependencies
{
    public static readonly ImmutableArray<Check> Checks =
    [
        new("installed-packages", CheckSubject.Tree, "Stages and devcontainers install the policy's packages, all of them and no other.", facts =>
        [
            .. Subjects.Stages(facts, stage => ProductScripts.InStage(stage).SelectMany(script => CheckScript(facts.Policy, script))),
            .. Subjects.DevContainers(facts, container =>
                [.. CheckFeatures(facts.Policy, container), .. container.Scripts.SelectMany(script => CheckScript(facts.Policy, script))]),
            .. Subjects.DevContainerStages(facts, stage => [CheckList(facts.Policy, stage)]),
        ])
        {
            Defects =
            [
                new Defect.InTree("a stage installs netcat", facts =>
                    TreeEdits.InLastStage(facts, "RUN apt-get update && apt-get install -y netcat-openbsd")),
                new Defect.InTree("a feature of the devcontainer", facts =>
                    TreeEdits.InDevContainer(facts, "features", """{"ghcr.io/devcontainers/features/sshd:1": {}}""")),
            ],
        },
    ];

    private static IEnumerable<Observation> CheckFeatures(ReleasePolicy policy, DevContainer container) =>
        from feature in container["features"]?.Members ?? []
        select Broken(policy, $"the feature {feature.Name} installs more", container.At(feature.Line));

    private static IEnumerable<Observation> CheckScript(ReleasePolicy policy, Script script) => script.Shell.IsReadable
        ? InstallsOf(script)
            .SelectMany(install => Unexpected(policy, install))
            .Select(fault => Broken(policy, $"{script.What} {fault.Message}", script.PlaceOf(fault)))
        : [new Observation.Unseen($"{script.What} ({script.Place}) is not a shell text that can be read")];

    private static IEnumerable<CommandFault> Unexpected(ReleasePolicy policy, PackageInstall install) => install.IsDebian
        ? install.Names.Where(name => !policy.Packages.Contains(name)).Select(name => new CommandFault($"installs {name}", install.Command))
        : [new($"installs with {install.Manager}", install.Command)];

    /// <summary>Exactly: what the measure names and nobody installs is a false statement too.</summary>
    private static Observation CheckList(ReleasePolicy policy, BuildStage stage)
    {
        var installed = stage
            .WithBases()
            .SelectMany(ProductScripts.InStage)
            .SelectMany(InstallsOf)
            .SelectMany(install => install.Names)
            .ToImmutableSortedSet();
        var missing = policy.Packages.Except(installed);
        return missing.IsEmpty
            ? new Observation.Held($"{stage.File}: stage {stage.Name} installs {string.Join(", ", installed)}")
            : Broken(policy, $"stage {stage.Name} does not install {string.Join(", ", missing)}", stage.At(stage.Stage.From));
    }

    private static IEnumerable<PackageInstall> InstallsOf(Script script) =>
        script.Shell.Commands.Select(PackageInstall.Parse).OfType<PackageInstall>();

    private static Observation.Broken Broken(ReleasePolicy policy, string message, Place place) =>
        new(message, place, $"Install {string.Join(", ", policy.Packages)} with apt-get and nothing else.");
}
