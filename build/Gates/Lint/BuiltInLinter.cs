using System.Collections.Immutable;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Formats.Hadolint;
using ContainerSecurity.Rules.Facts;

namespace ContainerSecurity.Gates.Lint;

/// <summary>The built-in engine: all rules over one Dockerfile, then pragmas, overrides and ignored rules, as Hadolint 2.15.1 applies them.</summary>
internal static class BuiltInLinter
{
    /// <summary>The version of Hadolint that it agrees with.</summary>
    public const string HadolintVersion = "2.15.1";

    /// <summary>The code of a syntax error; nothing can ignore it.</summary>
    public const string SyntaxErrorCode = "DL1000";

    /// <summary>The code of what can be read, and linted, but no builder accepts.</summary>
    public const string RefusedCode = "CS1000";

    /// <summary>In the order of lines, then codes.</summary>
    /// <param name="shell">What ShellCheck said about the file's scripts.</param>
    public static ImmutableArray<LintFinding> Lint(DockerfileSource source, LintConfiguration configuration, params IEnumerable<LintFinding> shell)
    {
        var found = source.Parsed.Dockerfile is { } dockerfile ? Judge(source.Path, LintedFile.Of(dockerfile, configuration), shell) : [];
        return [.. Syntax(source).Concat(found).OrderBy(finding => finding.Line).ThenBy(finding => finding.Code, StringComparer.Ordinal)];
    }

    /// <summary>Only what a builder would refuse.</summary>
    public static IEnumerable<LintFinding> Syntax(DockerfileSource source)
    {
        var code = source.Parsed.Dockerfile is null ? SyntaxErrorCode : RefusedCode;
        return source.Parsed.Errors.Select(error => new LintFinding(source.Path, error.Line, error.Column, code, LintLevel.Error, error.Message));
    }

    private static IEnumerable<LintFinding> Judge(string path, LintedFile file, IEnumerable<LintFinding> shell)
    {
        var (configuration, triggered) = (file.Settings, file.Triggered());
        var found =
            from rule in RuleList.All
            where FindingFilter.IsOn(rule.Code, rule.Level, configuration)
            from hit in rule.SeesTriggers ? rule.Check(file).Concat(rule.Check(triggered)) : rule.Check(file)
            select new LintFinding(path, hit.Line, 1, rule.Code, rule.Level, hit.Message ?? rule.Message);
        return new FindingFilter(file.Comments, file.Instructions, configuration)
            .Apply(found.Concat(shell.Where(finding => FindingFilter.IsOn(finding.Code, finding.Level, configuration))));
    }
}
