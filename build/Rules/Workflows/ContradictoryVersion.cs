using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats;
using ContainerSecurity.Rules.Workflows.Facts;

namespace ContainerSecurity.Rules.Workflows;

/// <summary>
/// What a commit is cannot be seen without a network, but that something is wrong can be: a name of a length that no commit has, one commit with two
/// versions, one version with two commits, a comment with a branch.
/// </summary>
internal static partial class ContradictoryVersion
{
    public static Rule<WorkflowFacts> Rule { get; } = new(
        "CS3016",
        Severity.Medium,
        "A commit and its version do not fit together.",
        "Look the commit of the version up at its repository (`git ls-remote --tags`), and write both again.")
    {
        Mildest = Severity.Low,
        Check = facts =>
        {
            var uses = facts.Workflow.Uses.Select(value => Read(value, facts.Workflow.Comments)).OfType<Use>().ToImmutableArray();
            return [.. uses.SelectMany(Alone), .. Together(uses)];
        },
    };

    private static Use? Read(LocatedValue value, IReadOnlyDictionary<int, string> comments) =>
        Reference().Match(value.Text ?? "") is { Success: true } found
            ? new Use(
                value.Line,
                Repository(found.Groups["action"].Value),
                found.Groups["digits"].Value.ToLowerInvariant(),
                comments.GetValueOrDefault(value.Line, ""))
            : null;

    private static IEnumerable<Hit> Alone(Use use)
    {
        if (use.Digits.Length is not (40 or 64))
            yield return new Hit(use.Line, $"{use.Repository}@{use.Digits} has {use.Digits.Length} digits, and a commit has 40: this is a branch or a tag");
        else if (use.Digits.Distinct().Count() == 1)
            yield return new Hit(use.Line, $"{use.Repository}@{use.Digits} is no commit that anybody made") { Severity = Severity.Low };
        else if (Branch().IsMatch(use.Comment))
            yield return new Hit(use.Line, $"the comment of {use.Repository} names a branch, `{use.Comment}`") { Severity = Severity.Low };
    }

    private static IEnumerable<Hit> Together(ImmutableArray<Use> uses)
    {
        var versions = new Dictionary<(string Repository, string Digits), string>();
        var commits = new Dictionary<(string Repository, string Version), string>();
        foreach (var use in uses.Where(use => use.Version.Length > 0))
        {
            if (versions.TryAdd((use.Repository, use.Digits), use.Version) || !Differ(versions[(use.Repository, use.Digits)], use.Version))
            {
                // `# v4` moves from commit to commit; `# v4.1.2` does not.
                if (use.Version.Count(letter => letter == '.') > 1
                    && !commits.TryAdd((use.Repository, use.Version), use.Digits)
                    && commits[(use.Repository, use.Version)] != use.Digits)
                {
                    yield return new Hit(use.Line, $"{use.Repository} {use.Version} stands above with another commit");
                }
            }
            else
            {
                yield return new Hit(use.Line, $"this commit of {use.Repository} is {versions[(use.Repository, use.Digits)]} above, and {use.Version} here");
            }
        }
    }

    /// <summary><c>v4</c> and <c>v4.1.2</c> may be the same commit.</summary>
    private static bool Differ(string one, string other) =>
        !(one + ".").StartsWith(other + ".", StringComparison.Ordinal) && !(other + ".").StartsWith(one + ".", StringComparison.Ordinal);

    private static string Repository(string action) => string.Join('/', action.Split('/').Take(2)).ToLowerInvariant();

    [GeneratedRegex(@"^(?<action>[^@]+/[^@]+)@(?<digits>[0-9a-f]{30,64})\z", RegexOptions.IgnoreCase)]
    private static partial Regex Reference();

    [GeneratedRegex(@"^(main|master|develop|dev|trunk|head|latest|refs/heads/\S+)\z", RegexOptions.IgnoreCase)]
    private static partial Regex Branch();

    [GeneratedRegex(@"^(?:tag\s*=\s*|ratchet:\S+@)?v?(?<version>[0-9]+(\.[0-9]+)*\S*)")]
    private static partial Regex VersionText();

    private sealed record Use(int Line, string Repository, string Digits, string Comment)
    {
        /// <summary>Empty where the comment has none.</summary>
        public string Version { get; } = VersionText().Match(Comment).Groups["version"].Value;
    }
}
