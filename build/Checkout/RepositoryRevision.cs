using System.Text.RegularExpressions;
using ContainerSecurity.Findings;
using ContainerSecurity.Processes;

namespace ContainerSecurity.Checkout;

/// <summary>Asks git which commit is checked out, and whether the files differ from it.</summary>
internal static partial class RepositoryRevision
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
            return new SourceRevision(commit.Output.Trim(), changes.Output.Length > 0) { Repository = await AddressAsync(root, tools, cancellation) };
        }
        catch (ToolFailedException)
        {
            return null;
        }
    }

    /// <summary>An address with a user or a password in it is none to show.</summary>
    private static async Task<string?> AddressAsync(string root, IToolRunner tools, CancellationToken cancellation)
    {
        var said = await tools.RunAsync(Git(root, "config", "--get", "remote.origin.url") with { AcceptedExitCodes = [0, 1] }, cancellation);
        return Address().Match(said.Output.Trim()) is { Success: true } address
            ? $"https://{address.Groups["host"].Value}/{address.Groups["path"].Value}"
            : null;
    }

    /// <summary>As git writes it: over HTTPS, or over SSH in either form.</summary>
    [GeneratedRegex(
        @"^(?:(?:https|ssh)://(?:git@)?(?<host>[A-Za-z0-9.-]+)/|git@(?<host>[A-Za-z0-9.-]+):)(?<path>[A-Za-z0-9._/-]+?)(?:\.git)?/?$")]
    private static partial Regex Address();

    /// <summary>A question to git about a repository, whoever owns it.</summary>
    public static ToolCommand Git(string root, params string[] words) => new()
    {
        Executable = "git",
        Arguments = ["-c", "safe.directory=*", "-c", "core.fsmonitor=false", "-C", root, .. words],
        Timeout = Limit,
    };
}
