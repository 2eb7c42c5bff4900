using System.Collections.Immutable;
using ContainerSecurity.Shell.Syntax;

namespace ContainerSecurity.Shell.Programs;

/// <summary>One install command.</summary>
/// <param name="Packages">As written, version included.</param>
internal sealed record PackageInstall(string Manager, ImmutableArray<string> Packages, ShellCommand Command)
{
    public bool IsDebian => Manager is "apt-get" or "apt" or "aptitude";

    /// <summary>Package names without version, release and architecture.</summary>
    public IEnumerable<string> Names => Packages.Select(package => Manager switch
    {
        // A scope begins with an at sign: @scope/name@1.2.
        "npm" or "npx" or "yarn" or "pnpm" => package.IndexOf('@', Math.Min(1, package.Length)) is var at and > 0 ? package[..at] : package,
        "pip" or "pip3" or "pipx" or "uv" => package.Split('=', '<', '>', '!', '~', '[', ';', ' ', '@')[0],
        "apk" => package.Split('=', '<', '>', '~', '@')[0],
        "go" or "cargo" => package.Split('@')[0],
        _ => package.Split('=', '/', ':')[0],
    });
}
