using ContainerSecurity.Findings;
using ContainerSecurity.Rules.Facts;
using ContainerSecurity.Shell.Programs;

namespace ContainerSecurity.Rules.Dockerfiles;

/// <summary>Each package is code of somebody else; <c>allowed-packages</c> of hadolint.yaml names those that are meant. Off without it.</summary>
internal static class UnlistedPackage
{
    public static Rule<CommandSource> Rule { get; } = new(
        "CS1005",
        Severity.Medium,
        "A package is installed that `allowed-packages` does not name.",
        "Do without it, or add it to `allowed-packages` of hadolint.yaml.")
    {
        Check = source => source.Settings.AllowedPackages is not { } allowed ? [] :
            from script in source.Scripts
            where script.IsOfContainer
            from command in script.Shell.Commands
            let install = PackageInstall.Parse(command)
            where install is not null
            from name in NamesOf(install)
            where !allowed.Contains(name)
            select script.HitAt(new CommandFault(name, command)),
    };

    // `npm ci` installs what a file says.
    private static IEnumerable<string> NamesOf(PackageInstall install) =>
        install.Packages.IsEmpty ? [$"{install.Manager} installs what its project names"] : install.Names;
}
