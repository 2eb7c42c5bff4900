using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ContainerSecurity.Findings;
using ContainerSecurity.Misconfiguration.Containers;
using ContainerSecurity.Misconfiguration.Workflows;

namespace ContainerSecurity.Misconfiguration;

/// <summary>Finds and judges every compose file, devcontainer.json, workflow and action of a checkout; what cannot be read is a finding.</summary>
internal static partial class MisconfigurationReader
{
    /// <summary>The code of a file that nobody can judge.</summary>
    public const string UnreadableCode = "CS2000";

    private const long LargestFile = 4_000_000;

    /// <param name="files">Relative to <paramref name="root"/> with <c>/</c>.</param>
    public static OwnMisconfigurations Read(string root, IEnumerable<string> files, CancellationToken cancellation)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        var read = new SortedSet<string>(StringComparer.Ordinal);
        var open = new Queue<(string Path, Func<string, string, JudgedFile> Read, Place? NamedAt)>(
            files.Select(path => (path, Reader: ReaderOf(path))).Where(item => item.Reader is not null).Select(item => (item.path, item.Reader!, (Place?)null)));
        while (open.TryDequeue(out var next))
        {
            cancellation.ThrowIfCancellationRequested();
            if (!read.Add(next.Path))
                continue;
            var (judged, found) = Judge(root, next.Path, next.Read, next.NamedAt);
            findings.AddRange(found);
            foreach (var other in judged?.ComposeFiles ?? [])
                open.Enqueue((other.Path, ComposeReader.Read, Place.At(next.Path, other.Line)));
        }

        return new OwnMisconfigurations([.. findings.Distinct()], [.. read]);
    }

    public static IEnumerable<Finding> Judge(JudgedFile file) =>
        from rule in MisconfigurationRules.All
        from hit in rule.Check(file)
        select rule.FindingAt(file.Path, hit);

    private static (JudgedFile? File, IEnumerable<Finding> Findings) Judge(
        string root, string path, Func<string, string, JudgedFile> read, Place? namedAt)
    {
        try
        {
            var file = new FileInfo(Path.Combine(root, path));
            if (namedAt is not null && (!file.Exists || path.StartsWith("..", StringComparison.Ordinal) || path.Contains("://")))
                return (null, [Unreadable(namedAt, $"{path}, which is named here, is no file of the repository")]);
            if (file.Length > LargestFile)
                return (null, [Unreadable(Place.At(path, 1), $"it has {file.Length} bytes, more than {LargestFile}")]);
            var judged = read(path, File.ReadAllText(file.FullName));
            return (judged, Judge(judged));
        }
        catch (InputException bad)
        {
            return (null, [Unreadable(Place.At(path, bad.Line ?? 1), bad.Message)]);
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            return (null, [Unreadable(Place.At(path, 1), closed.Message)]);
        }
    }

    private static Func<string, string, JudgedFile>? ReaderOf(string path) =>
        Compose().IsMatch(path) ? ComposeReader.Read
        : DevContainerName().IsMatch(path) ? DevContainerReader.Read
        : WorkflowName().IsMatch(path) ? (name, text) => new JudgedFile(name) { Workflow = Workflow.Parse(name, text, isAction: false) }
        : ActionName().IsMatch(path) ? (name, text) => new JudgedFile(name) { Workflow = Workflow.Parse(name, text, isAction: true) }
        : null;

    private static Finding Unreadable(Place place, string why) => new()
    {
        RuleId = UnreadableCode,
        Severity = Severity.High,
        Message = $"The file cannot be judged: {why.TrimEnd('.')}.",
        File = place.File,
        Line = place.Line,
        Help = "Mend the file: what cannot be read may hide anything.",
    };

    [GeneratedRegex(@"(^|/)(docker-)?compose[^/]*\.ya?ml\z", RegexOptions.IgnoreCase)]
    private static partial Regex Compose();

    [GeneratedRegex(@"(^|/)\.?devcontainer\.json\z", RegexOptions.IgnoreCase)]
    private static partial Regex DevContainerName();

    [GeneratedRegex(@"^\.github/workflows/[^/]+\.ya?ml\z", RegexOptions.IgnoreCase)]
    private static partial Regex WorkflowName();

    [GeneratedRegex(@"(^|/)action\.ya?ml\z")]
    private static partial Regex ActionName();
}

/// <summary>What the suite's own rules found, and in which files they looked.</summary>
internal sealed record OwnMisconfigurations(ImmutableArray<Finding> Findings, ImmutableArray<string> Files);
