using System.Collections.Immutable;
using ContainerSecurity.Checkout;
using ContainerSecurity.Findings;
using ContainerSecurity.Images;
using ContainerSecurity.Packaging;
using ContainerSecurity.Secrets;

namespace ContainerSecurity.Tasks.Runs;

/// <summary>Makes the record of a run: what its gates say, and what a reader needs to know of the run itself.</summary>
internal static class RunRecord
{
    private const int LongestHistory = 200;

    public static async Task<ScanReport> CreateAsync(BuildContext context, ImmutableArray<GateResult> results)
    {
        var epoch = Environment.GetEnvironmentVariable(SourceDate.Variable);
        return new ScanReport([.. context.State.Images.Select(Describe)], Complete(context, results), context.Options.Strict)
        {
            Target = context.State.Target,
            Command = context.Options.Command,
            Source = await RepositoryRevision.ReadAsync(context.Run.Judged.Root, context.Run.Runner, context.Cancellation),
            CreatedAt = string.IsNullOrEmpty(epoch)
                ? null
                : (await SourceDate.ReadAsync(epoch, context.Paths.Root, context.Run.Runner, context.Cancellation)).Time,
            Tools = ToolsOf(results),
            Claims = [.. results.SelectMany(result => result.Claims)],
            Controls = [.. results.SelectMany(result => result.Controls)],
        };
    }

    private static ImmutableArray<GateResult> Complete(BuildContext context, ImmutableArray<GateResult> results) =>
    [
        .. new Fingerprints(context.Run.Judged.Root).Add(results)
            .Select(gate => gate with { Next = NextCommand.For(gate, context.Options.Command) }),
    ];

    /// <summary>The suite and its runtime, then the engines that had a say.</summary>
    private static ImmutableArray<ToolVersion> ToolsOf(ImmutableArray<GateResult> results) =>
    [
        new("container security suite", typeof(RunRecord).Assembly.GetName().Version?.ToString(3) ?? "unknown"),
        new(".NET", Environment.Version.ToString()),
        .. results.Where(result => result.EngineVersion is not null)
            .Select(result => new ToolVersion(result.Engine, result.EngineVersion!))
            .Distinct()
            .OrderBy(tool => tool.Name, StringComparer.Ordinal),
    ];

    /// <summary>History has a line for each layer, and more for what changed only the configuration.</summary>
    private static ImageIdentity Describe(ContainerImage image)
    {
        ImmutableArray<HistoryEntry> lines = [.. image.Config.History.Where(line => !line.EmptyLayer)];
        return image.Identity with
        {
            Layers = [.. image.Layers.Select((layer, index) => new LayerSummary(
                layer.DiffId, layer.Bytes, lines.Length == image.Layers.Length ? CreatedBy(lines[index]) : null))],
        };
    }

    private static string? CreatedBy(HistoryEntry line)
    {
        var masked = SecretMask.Apply(line.CreatedBy);
        return masked.Length == 0 ? null : masked.Length > LongestHistory ? masked[..LongestHistory] + "…" : masked;
    }
}
