using System.Collections.Immutable;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Formats.Hadolint;
using ContainerSecurity.Rules.Facts;
using ContainerSecurity.Rules.Hadolint;

namespace ContainerSecurity.Gates.Lint;

/// <summary>The built-in engine: all rules over one Dockerfile, then pragmas, overrides and ignored rules, as Hadolint 2.15.1 applies them.</summary>
internal static class BuiltInLinter
{
    /// <summary>The code of what can be read, and linted, but no builder accepts.</summary>
    public const string RefusedCode = "CS1000";

    /// <summary>In the order of lines, then codes.</summary>
    /// <param name="shell">What ShellCheck said about the file's scripts.</param>
    public static ImmutableArray<Finding> Lint(DockerfileSource source, LintConfiguration configuration, params IEnumerable<Finding> shell)
    {
        var found = source.Parsed.Dockerfile is { } dockerfile ? Judge(source.Path, LintedFile.Create(dockerfile, configuration), shell) : [];
        return [.. Syntax(source).Concat(found).OrderBy(finding => finding.Line).ThenBy(finding => finding.RuleId, StringComparer.Ordinal)];
    }

    /// <summary>Only what a builder would refuse.</summary>
    public static IEnumerable<Finding> Syntax(DockerfileSource source) => source.Parsed.Errors.Select(error => source.Parsed.Dockerfile is null
        ? Refused(source.Path, error.Line, error.Message) with
        {
            RuleId = HadolintCode.SyntaxError,
            Column = error.Column,
            Help = HadolintCode.HelpFor(HadolintCode.SyntaxError),
        }
        : Refused(source.Path, error.Line, error.Message) with { Column = error.Column });

    /// <summary>What no builder accepts, or what cannot be read.</summary>
    public static Finding Refused(string path, int line, string why) =>
        new() { RuleId = RefusedCode, Severity = Severity.High, Message = why, File = path, Line = line };

    private static IEnumerable<Finding> Judge(string path, LintedFile file, IEnumerable<Finding> shell)
    {
        var found =
            from rule in HadolintRules.All
            where FindingFilter.IsOn(rule, file.Settings)
            from hit in rule.Check(file)
            select rule.FindingAt(path, hit);
        return new FindingFilter(file.Comments, file.Instructions, file.Settings)
            .Apply(found.Concat(shell.Where(finding => !file.Settings.Ignored.Contains(finding.RuleId))));
    }
}
