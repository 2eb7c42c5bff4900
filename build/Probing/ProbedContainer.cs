using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using ContainerSecurity.Processes;
using ContainerSecurity.Tools.Engines;

namespace ContainerSecurity.Probing;

/// <summary>The released image in a container, started as docs/proxy.md says; removed with this object.</summary>
internal sealed class ProbedContainer : IAsyncDisposable
{
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan BesideLimit = TimeSpan.FromSeconds(10);

    private readonly ContainerEngine _engine;
    private readonly IToolRunner _runner;
    private readonly string _id;

    private ProbedContainer(ContainerEngine engine, IToolRunner runner, string id) => (_engine, _runner, _id) = (engine, runner, id);

    /// <summary>On this machine, of the first process; 0 when the engine runs it elsewhere.</summary>
    public int Process { get; private set; }

    /// <summary>Where the proxy's port is published.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>Where what the kernel tells of the first process lies.</summary>
    public string Proc => $"/proc/{Process}";

    public NetworkTables Network => new($"{Proc}/net");

    /// <param name="environment">NAME=value, beside what the image sets.</param>
    /// <exception cref="ToolFailedException">The engine does not start it.</exception>
    public static async Task<ProbedContainer> StartAsync(
        ContainerEngine engine, IToolRunner runner, string image, RunVariant variant, ImmutableArray<string> environment,
        CancellationToken cancellation)
    {
        var started = await runner.RunAsync(
            engine.Run(
                [
                    "--detach", "--health-interval", "24h", "--publish", "127.0.0.1::8082",
                    .. environment.SelectMany(variable => new[] { "--env", variable }), .. variant.Options,
                ],
                image),
            cancellation);
        var container = new ProbedContainer(engine, runner, started.Output.Trim());
        try
        {
            container.Process = int.Parse(await container.InspectAsync("{{.State.Pid}}", cancellation), CultureInfo.InvariantCulture);
            var published = await container.InspectAsync("{{(index (index .NetworkSettings.Ports \"8082/tcp\") 0).HostPort}}", cancellation);
            container.Address = new Uri($"http://{IPAddress.Loopback}:{published}");
            return container;
        }
        catch
        {
            await container.DisposeAsync();
            throw;
        }
    }

    /// <summary>Until the port answers: the engine publishes it a moment before the process listens.</summary>
    /// <exception cref="HttpRequestException">It does not, within the limit.</exception>
    public async Task WaitAsync(TimeSpan limit, CancellationToken cancellation)
    {
        using var client = new HttpClient();
        for (var clock = Stopwatch.StartNew(); ; await Task.Delay(100, cancellation))
        {
            try
            {
                using var answer = await client.GetAsync(new Uri(Address, "/health"), cancellation);
                return;
            }
            catch (HttpRequestException) when (clock.Elapsed < limit)
            {
                // Not listening yet.
            }
        }
    }

    /// <summary>What the engine says of it, by a template of its own.</summary>
    public async Task<string> InspectAsync(string format, CancellationToken cancellation) =>
        (await _runner.RunAsync(_engine.Inspect(_id, format), cancellation)).Output.Trim();

    /// <summary>Runs the image's health check as the engine would, which itself runs it only once a day here.</summary>
    public async Task<(bool Passes, string Said)> CheckHealthAsync(CancellationToken cancellation)
    {
        var declared = await InspectAsync("{{range .Config.Healthcheck.Test}}{{println .}}{{end}}", cancellation);
        if (declared.Split('\n') is not [var kind and ("CMD" or "CMD-SHELL"), .. var words])
            return (false, "the image has no health check");
        ImmutableArray<string> command = kind == "CMD" ? [.. words] : ["/bin/sh", "-c", string.Join('\n', words)];
        var ended = await _runner.RunAsync(_engine.Execute(_id, command) with { AcceptedExitCodes = [.. Enumerable.Range(0, 128)] }, cancellation);
        return (ended.ExitCode == 0, $"the health check ended with {ended.ExitCode}: {(ended.Output + ended.ErrorOutput).Trim()}");
    }

    /// <summary>Starts a second process, and waits until the container's network shows it.</summary>
    public async Task StartBesideAsync(SecondProcess second, CancellationToken cancellation)
    {
        var before = Shown();
        ImmutableArray<string> variables = [.. second.Environment.SelectMany(variable => new[] { "--env", variable })];
        await _runner.RunAsync(_engine.ExecuteBeside(_id, variables, ["/claude-code-proxy", second.Command]), cancellation);
        for (var clock = Stopwatch.StartNew(); Shown() == before && clock.Elapsed < BesideLimit; await Task.Delay(50, cancellation))
        {
            // Not there yet.
        }

        string Shown() => $"{string.Join(' ', Network.Listeners())} {Network.Sent()}";
    }

    /// <summary>Asks it to end by SIGTERM; the engine ends it by force after a while.</summary>
    public async Task<(TimeSpan Took, string ExitCode)> StopAsync(CancellationToken cancellation)
    {
        var stopped = await _runner.RunAsync(_engine.Stop(_id, StopLimit), cancellation);
        return (stopped.Duration, await InspectAsync("{{.State.ExitCode}}", cancellation));
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await _runner.RunAsync(_engine.Remove(_id), CancellationToken.None);
        }
        catch (ToolFailedException)
        {
            // The engine went away; what was seen before counts.
        }
    }
}
