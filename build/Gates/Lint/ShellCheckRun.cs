using System.Collections.Immutable;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Formats.Hadolint;
using ContainerSecurity.Processes;
using ContainerSecurity.Rules.Facts;
using ContainerSecurity.Rules.Hadolint.Facts;
using ContainerSecurity.Tools.ShellCheck;

namespace ContainerSecurity.Gates.Lint;

/// <summary>What ShellCheck said about the shell lines of some Dockerfiles, or that it could not be asked.</summary>
/// <param name="Findings">By the Dockerfile.</param>
/// <param name="Version">Of the program that ran; null when none did.</param>
/// <param name="Missing">It is not installed, and there was something to judge.</param>
internal sealed record ShellCheckRun(ILookup<DockerfileSource, Finding> Findings, string? Version, bool Missing)
{
    /// <summary>The note in the report when it is missing.</summary>
    public const string MissingNote = "ShellCheck's rules (SC…) did not run: shellcheck is not installed. Install Debian's package shellcheck.";

    private const int MostNamed = 20;

    private static readonly ShellCheckRun Nothing = new(ByFile([]), null, false);

    /// <summary>Why it did not run, when it is installed.</summary>
    public string? Broken { get; init; }

    /// <summary>The instructions that it could not judge, each with the reason.</summary>
    public ImmutableArray<string> Unjudged { get; init; } = [];

    /// <summary>What of its rules did not judge what they should have.</summary>
    public IEnumerable<string> Unseen => Missing ? [MissingNote]
        : Broken is not null ? [$"ShellCheck's rules (SC…) did not run: {Broken}"]
        : Unjudged.Length <= MostNamed ? Unjudged
        : Unjudged.Take(MostNamed).Append($"ShellCheck could not judge {Unjudged.Length - MostNamed} more instructions.");

    /// <summary>Without a cache.</summary>
    public static Task<ShellCheckRun> RunAsync(
        IToolRunner runner, IEnumerable<DockerfileSource> sources, LintConfiguration configuration, CancellationToken cancellation) =>
        RunAsync(new ShellCheckEngine(runner), sources, configuration, cancellation);

    public static async Task<ShellCheckRun> RunAsync(
        ShellCheckEngine engine, IEnumerable<DockerfileSource> sources, LintConfiguration configuration, CancellationToken cancellation)
    {
        var scripts = sources.SelectMany(source => Scripts(source, configuration)).ToImmutableArray();
        if (scripts.IsEmpty)
            return Nothing;
        try
        {
            // Asked first: where there is none, nothing is written for it to judge.
            var version = await engine.VersionAsync(cancellation);
            var said = await engine.CheckAsync(scripts.Select(item => item.Script.Text), cancellation);
            var findings = scripts.SelectMany(item => LastOf(said.Comments[item.Script.Text])
                .Select(comment => (item.Source, Finding(item.Source.Path, item.Script.Line, comment))));
            return new ShellCheckRun(ByFile(findings), version, false)
            {
                Unjudged =
                [
                    .. from item in scripts
                       where said.Unjudged.ContainsKey(item.Script.Text)
                       select $"ShellCheck could not judge {item.Source.Path}:{item.Script.Line}; it was given "
                           + $"{ShellCheckCommand.MostMegabytes} MB and {ShellCheckCommand.LongestRun.TotalSeconds:0} s: {said.Unjudged[item.Script.Text]}",
                ],
            };
        }
        catch (ToolNotFoundException)
        {
            return Nothing with { Missing = true };
        }
        catch (ToolFailedException broken)
        {
            return Nothing with { Broken = broken.Message };
        }
    }

    public IEnumerable<string> Notes()
    {
        if (Version is not null)
            yield return $"ShellCheck's rules (SC…) were judged by the installed ShellCheck {Version}.";
    }

    /// <summary>Several may stand in one file, and to hash their content for each finding would take long.</summary>
    private static ILookup<DockerfileSource, Finding> ByFile(IEnumerable<(DockerfileSource Source, Finding Finding)> findings) =>
        findings.ToLookup(found => found.Source, found => found.Finding, (IEqualityComparer<DockerfileSource>)ReferenceEqualityComparer.Instance);

    private static IEnumerable<(DockerfileSource Source, CheckedScript Script)> Scripts(DockerfileSource source, LintConfiguration configuration) =>
        source.Parsed.Dockerfile is { } dockerfile
            ? CheckedScripts.Find(LintedFile.Create(dockerfile, configuration)).Select(script => (source, script))
            : [];

    // Hadolint shows one finding a RUN, the last; so does this, or a repository would pass by one engine and fail by the other.
    private static IEnumerable<ShellCheckComment> LastOf(IEnumerable<ShellCheckComment> comments) => comments
        .OrderBy(comment => (comment.Line, comment.Column, comment.Level, comment.Code))
        .ThenBy(comment => comment.Message, StringComparer.Ordinal)
        .TakeLast(1);

    private static Finding Finding(string path, int line, ShellCheckComment comment) => new()
    {
        RuleId = $"SC{comment.Code}",
        Severity = SeverityOf(comment.Level),
        Message = comment.Message,
        File = path,
        Line = line,
        Help = HadolintCode.HelpFor($"SC{comment.Code}"),
    };

    private static Severity SeverityOf(ShellCheckLevel level) => level switch
    {
        ShellCheckLevel.Error => Severity.High,
        ShellCheckLevel.Warning => Severity.Medium,
        ShellCheckLevel.Info => Severity.Low,
        _ => Severity.Info,
    };
}
