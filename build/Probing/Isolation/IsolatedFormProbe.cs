using System.Collections.Immutable;
using ContainerSecurity.Processes;
using ContainerSecurity.Tools.Engines;

namespace ContainerSecurity.Probing.Isolation;

/// <summary>
/// Starts the isolated form on an engine and tries every way out of it, before and after tampering with it; then the same where it is made wrong.
/// </summary>
/// <param name="scratch">A folder that the engine's machine has too; the system's own for such by default.</param>
internal sealed class IsolatedFormProbe(ContainerEngine engine, IToolRunner runner, string? scratch = null)
{
    private const string User = "1000";
    private const string Root = "0";
    private const string Ready = "isolated/probe.mjs";

    /// <param name="proxy">The released image, as the engine knows it.</param>
    /// <param name="variants">How it is started, one after the other.</param>
    /// <returns>What was seen of each variant; nothing when it could not be started at all, and then why.</returns>
    public async Task<(ImmutableArray<ImmutableArray<RunTimeObservation>> Seen, string WhyNot)> RunAsync(
        string root, IEnumerable<string> files, string proxy, ImmutableArray<IsolatedVariant> variants, CancellationToken cancellation)
    {
        await using var form = new IsolatedForm(engine, runner, scratch);
        await using var neighbours = new PlantedNeighbours(engine, runner, form.Name);
        var seen = ImmutableArray.CreateBuilder<ImmutableArray<RunTimeObservation>>();
        try
        {
            await form.BuildAsync(root, files, proxy, cancellation);
            await neighbours.PlantAsync(form.Image, (form.Project, form.Home), $"PLANTED={form.ProviderKey}", cancellation);
        }
        catch (ToolFailedException failed)
        {
            return ([], $"the isolated devcontainer cannot be started here: {failed.Message.TrimEnd('.')}");
        }

        foreach (var variant in variants)
            seen.Add(await TryVariantAsync(form, neighbours, variant, cancellation));
        return (seen.ToImmutable(), "");
    }

    /// <summary>One that does not start is unseen in everything.</summary>
    private async Task<ImmutableArray<RunTimeObservation>> TryVariantAsync(
        IsolatedForm form, PlantedNeighbours neighbours, IsolatedVariant variant, CancellationToken cancellation)
    {
        try
        {
            return await ObserveAsync(form, neighbours, variant, cancellation);
        }
        catch (ToolFailedException failed)
        {
            return [.. IsolationTopics.All.Select(topic => RunTimeObservation.Unseen(topic, failed.Message))];
        }
    }

    private async Task<ImmutableArray<RunTimeObservation>> ObserveAsync(
        IsolatedForm form, PlantedNeighbours neighbours, IsolatedVariant variant, CancellationToken cancellation)
    {
        var changes = variant.Override
            .Replace("{network}", neighbours.Network, StringComparison.Ordinal)
            .Replace("{resolver}", neighbours.Outside.Address, StringComparison.Ordinal);
        var (container, process) = await form.StartAsync(changes, cancellation);
        if (variant.IsOnOrdinary)
            await neighbours.RouteAsync(container, form.Image, cancellation);
        var (attached, whyNot) = await PacketSniffer.AttachAsync(process);
        using var sniffer = attached;
        var probe = new IsolationProbe(engine, runner);
        var ways = IsolationAttempt.All(neighbours.Outside).Add(IsolationAttempt.Search(form.ProviderKey));
        var observed = ImmutableArray.CreateBuilder<RunTimeObservation>();
        observed.Add(await ReadinessAsync(container, neighbours.Control, cancellation));
        observed.AddRange(await probe.RunAsync((container, User), (neighbours.Control, Root), ways, cancellation));
        if (variant.IsTamperedWith)
        {
            await neighbours.PlantProcessAsync(container, Root, cancellation);
            foreach (var user in new[] { User, Root })
                observed.AddRange(Prefixed($"user {user}: ", await TamperAsync(user)));
            observed.AddRange(Prefixed("afterwards: ", await probe.RunAsync((container, User), (neighbours.Control, Root), ways, cancellation)));
        }

        observed.AddRange(SniffedTraffic.Judge(sniffer?.Finish(), whyNot));
        return observed.ToImmutable();

        Task<ImmutableArray<RunTimeObservation>> TamperAsync(string user) => probe.RunAsync(
            (container, user), (neighbours.Privileged, Root), IsolationAttempt.Tampering(neighbours.Outside), cancellation);
    }

    private static IEnumerable<RunTimeObservation> Prefixed(string prefix, IEnumerable<RunTimeObservation> seen) =>
        seen.Select(one => one with { Name = prefix + one.Name, Topic = IsolationTopics.Tampering });

    /// <summary>What an editor waits for: the form's own probe. In the ordinary container it must say no.</summary>
    private async Task<RunTimeObservation> ReadinessAsync(string container, string control, CancellationToken cancellation)
    {
        var (here, there) = (await ProbeAsync(container, User), await ProbeAsync(control, Root));
        var evidence = $"its own probe ended with {here.ExitCode}, in an ordinary container with {there.ExitCode}: {here.Output.Trim()}";
        return there.ExitCode == 1
            ? new(IsolationTopics.Readiness, here.ExitCode == 0, evidence)
            : RunTimeObservation.Unseen(IsolationTopics.Readiness, evidence);

        Task<ToolResult> ProbeAsync(string where, string user) => runner.RunAsync(
            engine.Execute(where, ["node", $"/workspace/.devcontainer/{Ready}"], user) with { AcceptedExitCodes = [.. Enumerable.Range(0, 128)] },
            cancellation);
    }
}
