using System.Collections.Immutable;
using ContainerSecurity.Processes;

namespace ContainerSecurity.Tools.Acquisition;

/// <summary>Implements <c>--target=Tools</c>: downloads and verifies every tool of the lock file, and lists them.</summary>
internal static class ToolsList
{
    /// <summary>
    /// One row for each tool, in the lock file's order. A tool that failed its check has a row too, so that the others are still listed.
    /// </summary>
    public static async Task<ImmutableArray<ToolsListRow>> FetchAsync(ToolsLock locked, IToolSource source, CancellationToken cancellation)
    {
        var rows = ImmutableArray.CreateBuilder<ToolsListRow>();
        foreach (var (name, tool) in locked.Tools)
            rows.Add(await RowAsync(name, tool, source, cancellation));
        return rows.ToImmutable();
    }

    private static async Task<ToolsListRow> RowAsync(string name, LockedTool tool, IToolSource source, CancellationToken cancellation)
    {
        try
        {
            var acquired = await source.AcquireAsync(name, cancellation);
            if (acquired.Path is null)
                return new ToolsListRow(name, tool.Version, null, null, ToolState.Unavailable) { Detail = acquired.Unavailable };

            var state = acquired.IsStandIn ? ToolState.VerifiedStandIn : ToolState.Verified;
            return new ToolsListRow(name, acquired.Version ?? tool.Version, acquired.Origin, acquired.Path, state) { Detail = acquired.Note };
        }
        catch (ToolFailedException refused)
        {
            return new ToolsListRow(name, tool.Version, null, null, ToolState.Refused) { Detail = refused.Message };
        }
    }
}

/// <summary>One tool: its version, its source, and whether it matches its pinned digest.</summary>
internal sealed record ToolsListRow(string Name, string Version, string? Source, string? Path, ToolState State)
{
    /// <summary>Why better sources, or all of them, were not used; the whole message of a refusal.</summary>
    public string? Detail { get; init; }
}

/// <summary>The state of a tool. <c>Refused</c> means exit code 2.</summary>
internal enum ToolState
{
    Verified,
    VerifiedStandIn,
    Unavailable,
    Refused,
}
