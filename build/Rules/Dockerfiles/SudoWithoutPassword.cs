using System.Buffers;
using System.Text.RegularExpressions;
using ContainerSecurity.Findings;
using ContainerSecurity.Rules.Facts;
using ContainerSecurity.Shell.Syntax;

namespace ContainerSecurity.Rules.Dockerfiles;

/// <summary>Who may become root without being asked is root: USER and remoteUser say nothing then.</summary>
internal static partial class SudoWithoutPassword
{
    private static readonly SearchValues<string> Words = SearchValues.Create(["NOPASSWD"], StringComparison.Ordinal);

    public static Rule<CommandSource> Rule { get; } = new(
        "CS1017",
        Severity.Medium,
        "A user may become root without a password.",
        "Do what needs root in the build; or name the one command that is allowed in the place of ALL.")
    {
        Check = source => source.EachCommand(Words, Fault),
    };

    private static string? Fault(SourceCommand command)
    {
        var name = command.Effective.Name;
        return TextsOf(name, command.Written).Select(text => Anything().Match(text)).FirstOrDefault(match => match.Success) is { } match
            ? $"{name} … {match.Value}"
            : null;
    }

    private static IEnumerable<string> TextsOf(string? name, ShellCommand command) => name switch
    {
        "grep" or "egrep" or "fgrep" => [],
        "sed" => command.Arguments.Select(word => Replacement().Match(word)).Where(match => match.Success).Select(match => match.Groups["by"].Value),
        _ => [.. command.Arguments, .. command.Redirections.Where(each => each.Operator.StartsWith("<<", StringComparison.Ordinal))
            .Select(each => each.Target.Text)],
    };

    /// <summary>sudoers(5): <c>user ALL=(root) NOPASSWD: ALL</c>, with other tags between.</summary>
    [GeneratedRegex(@"\bNOPASSWD\s*:\s*([A-Z_]+\s*:\s*)*ALL\b")]
    private static partial Regex Anything();

    [GeneratedRegex(@"\bs(?<mark>[/|#,@%])((?!\k<mark>).)*\k<mark>(?<by>((?!\k<mark>).)*)")]
    private static partial Regex Replacement();
}
