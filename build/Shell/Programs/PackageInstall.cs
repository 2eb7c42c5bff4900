using System.Collections.Immutable;
using ContainerSecurity.Shell.Programs.Table;
using ContainerSecurity.Shell.Syntax;

namespace ContainerSecurity.Shell.Programs;

/// <summary>One install command.</summary>
/// <param name="packages">As written, version included.</param>
internal sealed class PackageInstall(string manager, ImmutableArray<string> packages, ShellCommand command)
{
    public string Manager => manager;

    public ImmutableArray<string> Packages => packages;

    public ShellCommand Command => command;

    /// <returns>Null for a command that installs nothing.</returns>
    public static PackageInstall? Parse(ShellCommand command)
    {
        var effective = EffectiveCommand.From(command);
        var (manager, arguments) = effective.Name.StartsWith("python", StringComparison.Ordinal)
            && effective.Arguments is [{ Text: "-m" }, { Text: "pip" }, ..]
            ? ("pip", effective.Arguments[2..])
            : (effective.Name, effective.Arguments);
        if (!ProgramTable.Is(manager, Act.Install)
            || ProgramTable.Read(manager, [.. arguments.Select(word => word.Text)]) is not { Spec: { Act: Act.Install } spec, Line: var line }
            || (spec.Flags.Contains(nameof(Role.Extract), StringComparison.Ordinal) && !line.Has(Role.Extract)))
        {
            return null;
        }

        // Behind the package that is run stand its own arguments.
        var packages = line.Operands.Take(spec.EndsAfter - spec.SubLength).Select(index => arguments[index]);
        return new(
            manager, [.. packages.Select(word => word.IsLiteral ? word.Text : $"{word.Text} (known at run time only)")], command);
    }

    public bool IsDebian => Manager is "apt-get" or "apt" or "aptitude";

    /// <summary>Package names without version, release and architecture.</summary>
    public IEnumerable<string> Names => Packages.Select(package => Manager switch
    {
        // A scope begins with an at sign: @scope/name@1.2.
        "npm" or "npx" or "yarn" or "pnpm" or "bun" or "bunx" =>
            package.IndexOf('@', Math.Min(1, package.Length)) is var at and > 0 ? package[..at] : package,
        "pip" or "pip3" or "pipx" or "uv" or "uvx" => package.Split('=', '<', '>', '!', '~', '[', ';', ' ', '@')[0],
        "apk" => package.Split('=', '<', '>', '~', '@')[0],
        "go" or "cargo" => package.Split('@')[0],
        _ => package.Split('=', '/', ':')[0],
    });
}
