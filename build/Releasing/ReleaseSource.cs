using System.Collections.Immutable;
using ContainerSecurity.Checkout;
using ContainerSecurity.Findings;
using ContainerSecurity.Processes;

namespace ContainerSecurity.Releasing;

/// <summary>What a release is made of, and where: one commit, as it was committed.</summary>
/// <param name="Version">Of the sources, <c>2.0.0</c>.</param>
/// <param name="Commit">Its id, hexadecimal.</param>
/// <param name="Tag">The tag of this version that the commit has; null when it has none.</param>
/// <param name="Builder">Who builds: the workflow on GitHub, or <see cref="OwnMachine"/>.</param>
/// <param name="Repository">Where the commit lies, <c>https://…</c>; null when nobody says.</param>
internal sealed record ReleaseSource(string Version, string Commit, string? Tag, string Builder, string? Repository)
{
    public const string OwnMachine = "urn:claude-code-proxy:builder:own-machine";

    /// <summary>The commit: where it lies or, where nobody says, what it is (ISO/IEC 18670).</summary>
    public string Uri => Repository is null ? $"swh:1:rev:{Commit}" : $"git+{Repository}@{Commit}";

    /// <summary>A file of the commit.</summary>
    public string UriOf(string file) => Repository is null ? $"{Uri};path=/{file}" : $"{Uri}#{file}";

    /// <summary><c>refs/tags/v2.0.0</c>; null without a tag.</summary>
    public string? Ref => Tag is null ? null : $"refs/tags/{Tag}";

    /// <param name="variable">Reads a variable of the environment.</param>
    /// <exception cref="InputException">No commit, something in the tree that is not of the commit, or a tag of another version.</exception>
    public static async Task<ReleaseSource> ReadAsync(
        string root, string version, IToolRunner runner, Func<string, string?> variable, CancellationToken cancellation)
    {
        if (await RepositoryRevision.ReadAsync(root, runner, cancellation) is not { } revision)
            throw new InputException($"{root} is no git checkout with a commit, so nobody could tell what was released. Clone the repository.");
        if (revision.Modified)
        {
            var changed = Lines(await AskAsync("status", "--porcelain"));
            throw new InputException(
                $"{changed.Length} file(s) differ from the commit, `{changed.FirstOrDefault()}` first. A release is made of a commit alone: commit "
                + "them, or put them aside.");
        }

        var tags = Lines(await AskAsync("tag", "--points-at", "HEAD")).Where(tag => tag is ['v', >= '0' and <= '9', ..]).ToList();
        if (tags.Count > 0 && !tags.Contains($"v{version}"))
            throw new InputException($"The commit has the tag {tags[0]}, its sources the version {version}. Move the tag, or set the version.");
        return new ReleaseSource(version, revision.Revision, tags.Count > 0 ? $"v{version}" : null, BuilderOf(variable), RepositoryOf(variable));

        async Task<string> AskAsync(params string[] arguments) =>
            (await runner.RunAsync(RepositoryRevision.Git(root, arguments), cancellation)).Output;
    }

    private static ImmutableArray<string> Lines(string output) =>
        [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    private static string BuilderOf(Func<string, string?> variable) =>
        variable("GITHUB_ACTIONS") == "true" && variable("GITHUB_WORKFLOW_REF") is { Length: > 0 } workflow
            ? $"{variable("GITHUB_SERVER_URL")}/{workflow}"
            : OwnMachine;

    private static string? RepositoryOf(Func<string, string?> variable) =>
        variable("GITHUB_ACTIONS") == "true" && variable("GITHUB_REPOSITORY") is { Length: > 0 } repository
            ? $"{variable("GITHUB_SERVER_URL")}/{repository}"
            : null;
}
