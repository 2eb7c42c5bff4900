using ContainerSecurity.Findings;
using ContainerSecurity.Processes;

namespace ContainerSecurity.Checkout;

/// <summary>Asks git which commit is checked out, and whether the files differ from it.</summary>
internal static class RepositoryRevision
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    /// <returns>Null where there is no git, no commit, or only a repository around an exported tree.</returns>
    public static async Task<SourceRevision?> ReadAsync(string root, IToolRunner tools, CancellationToken cancellation)
    {
        if (!Path.Exists(Path.Combine(root, ".git")))
            return null;
        try
        {
            var commit = await tools.RunAsync(Git(root, "rev-parse", "--verify", "HEAD"), cancellation);
            var changes = await tools.RunAsync(Git(root, "status", "--porcelain", "-z"), cancellation);
            return new SourceRevision(commit.Output.Trim(), changes.Output.Length > 0);
        }
        catch (ToolFailedException)
        {
            return null;
        }
    }

    /// <summary>A question to git about a repository, whoever owns it.</summary>
    public static ToolCommand Git(string root, params string[] words) => new()
    {
        Executable = "git",
        Arguments = ["-c", "safe.directory=*", "-c", "core.fsmonitor=false", "-C", root, .. words],
        Timeout = Limit,
    };
}
