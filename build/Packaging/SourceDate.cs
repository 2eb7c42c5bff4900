using System.Globalization;
using ContainerSecurity.Findings;
using ContainerSecurity.Processes;

namespace ContainerSecurity.Packaging;

/// <summary>The time of the sources, used instead of the current time wherever an image contains a time.</summary>
/// <param name="From">Where it was taken from, for the log.</param>
internal sealed record SourceDate(DateTimeOffset Time, string From)
{
    public const string Variable = "SOURCE_DATE_EPOCH";

    /// <summary><c>SOURCE_DATE_EPOCH</c>, else the time of the last commit, else 1970 (reproducible-builds.org, SOURCE_DATE_EPOCH).</summary>
    /// <param name="epoch">The variable's value; null when it is not set.</param>
    /// <param name="root">The repository.</param>
    public static async Task<SourceDate> ReadAsync(string? epoch, string root, IToolRunner tools, CancellationToken cancellation)
    {
        if (!string.IsNullOrEmpty(epoch))
            return new SourceDate(Parse(epoch), Variable);
        // Only for this repository: git would otherwise report the commit of a repository that contains an exported tree.
        if (!Path.Exists(Path.Combine(root, ".git")))
            return new SourceDate(DateTimeOffset.UnixEpoch, "no commit");

        try
        {
            var said = await tools.RunAsync(LastCommit(root), cancellation);
            return new SourceDate(Parse(said.Output.Trim()), "last commit");
        }
        catch (ToolFailedException failed)
        {
            return new SourceDate(DateTimeOffset.UnixEpoch, $"git does not report the last commit: {failed.Message}");
        }
    }

    private static ToolCommand LastCommit(string root) => new()
    {
        Executable = "git",
        Arguments = ["-C", root, "log", "-1", "--format=%ct"],
        Timeout = TimeSpan.FromSeconds(30),
    };

    private static DateTimeOffset Parse(string seconds) =>
        long.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= uint.MaxValue
            ? DateTimeOffset.FromUnixTimeSeconds(count)
            : throw new InputException($"{Variable} is `{seconds}`, which is not a number of seconds since 1970. Unset it, or give one.");
}
