using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Hadolint;
using ContainerSecurity.Rules.Facts;
using ContainerSecurity.Shell.Flow.Values;

namespace ContainerSecurity.Gates.Lint;

/// <summary>The script files that Dockerfiles copy or mount, and run: what is wrong in them is said once, however often they are run.</summary>
internal sealed class CopiedScripts(LintConfiguration configuration)
{
    private readonly SortedDictionary<string, KnownFile> _files = new(StringComparer.Ordinal);
    private readonly List<Finding> _found = [];

    /// <param name="dockerfile">The one that runs them.</param>
    /// <param name="found">What it brings to light in them.</param>
    public void Add(CommandSource dockerfile, IEnumerable<Finding> found)
    {
        foreach (var file in dockerfile.RunFiles)
            _files.TryAdd(file.Path, file);
        _found.AddRange(found);
    }

    /// <summary>Together with the scripts that other files name, which may be the same.</summary>
    public CommandFileFindings AddTo(CommandFileFindings others)
    {
        var (brought, said) = (_found.ToLookup(finding => finding.File), others.Findings.Select(KeyOf).ToHashSet());
        return new CommandFileFindings(
            [.. others.Files, .. _files.Keys.Except(others.Files)],
            [
                .. others.Findings,
                .. _files.Values.SelectMany(file => OwnFindings.Find(file, brought[file.Path], configuration))
                    .Where(finding => said.Add(KeyOf(finding))),
            ]);
    }

    // The same download may be called by the value that a stage gives a variable.
    private static (string, string?, int?) KeyOf(Finding finding) => (finding.RuleId, finding.File, finding.Line);
}
