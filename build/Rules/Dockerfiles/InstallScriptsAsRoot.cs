using System.Buffers;
using System.Text.RegularExpressions;
using ContainerSecurity.Findings;
using ContainerSecurity.Rules.Facts;
using ContainerSecurity.Shell.Programs;

namespace ContainerSecurity.Rules.Dockerfiles;

/// <summary>npm runs the scripts of packages as another user, unless it is told not to.</summary>
internal static partial class InstallScriptsAsRoot
{
    private static readonly SearchValues<string> Words = SearchValues.Create(["unsafe"], StringComparison.OrdinalIgnoreCase);

    public static Rule<CommandSource> Rule { get; } = new(
        "CS1014",
        Severity.Medium,
        "Install scripts of packages run as root.",
        "Leave unsafe-perm out; switch to another USER before npm, or use --ignore-scripts.")
    {
        Check = source =>
        [
            .. source.EachCommand(Words, Fault),
            .. source.EachVariable(Words, (name, value) => Variable().IsMatch(name) && !EffectiveCommand.IsFalse(value) ? $"{name}={value}" : null),
        ],
    };

    private static string? Fault(SourceCommand command)
    {
        var effective = command.Effective;
        return effective.Name is "npm" or "npx" or "yarn" or "pnpm"
            && (effective.HasOption("--unsafe-perm") || CommandTexts.Settings(command.Written).Any(setting => Setting().IsMatch(setting)))
                ? $"{effective.Name} with unsafe-perm"
                : null;
    }

    [GeneratedRegex("^npm_config_unsafe[_-]perm$", RegexOptions.IgnoreCase)]
    private static partial Regex Variable();

    [GeneratedRegex("^unsafe-perm=(true|1|yes)$", RegexOptions.IgnoreCase)]
    private static partial Regex Setting();
}
