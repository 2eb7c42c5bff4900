using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using System.Text;
using ContainerSecurity.Processes;
using ContainerSecurity.Tools.Engines;

namespace ContainerSecurity.Probing;

/// <summary>Starts the image that is released on an engine of this machine, has it serve one request, and observes what it does.</summary>
internal sealed class ReleasedImageProbe(ContainerEngine engine, IToolRunner runner)
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(20);

    private (string Archive, string Image, IPAddress Gateway)? _loaded;

    /// <param name="archive">A docker-archive; loaded once, however often it is started.</param>
    /// <param name="variant">How it is started.</param>
    /// <returns>One observation for each of <see cref="ObservedRun.Names"/>.</returns>
    public async Task<ImmutableArray<RunTimeObservation>> RunAsync(string archive, RunVariant variant, CancellationToken cancellation)
    {
        try
        {
            var (image, gateway) = await LoadAsync(archive, cancellation);
            using var model = PlantedModel.Start(gateway);
            return await ObserveAsync(image, variant, model, gateway, cancellation);
        }
        catch (Exception failed) when (failed is ToolFailedException or SocketException or FormatException or IOException or HttpRequestException)
        {
            return Unseen(failed.Message);
        }
    }

    private static ImmutableArray<RunTimeObservation> Unseen(string why) =>
        [.. ObservedRun.Names.Select(name => RunTimeObservation.Unseen(name, why))];

    private async Task<(string Image, IPAddress Gateway)> LoadAsync(string archive, CancellationToken cancellation)
    {
        if (_loaded is not { } loaded || loaded.Archive != archive)
        {
            var image = await LoadedImage.LoadAsync(engine, runner, archive, cancellation);
            loaded = (archive, image, FindGateway((await runner.RunAsync(engine.DefaultNetwork, cancellation)).Output));
            _loaded = loaded;
        }

        return (loaded.Image, loaded.Gateway);
    }

    /// <summary>An engine that has run no container yet names the network alone; its first address is the machine's.</summary>
    private static IPAddress FindGateway(string network)
    {
        var words = network.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words is [var address, _])
            return IPAddress.Parse(address);
        var first = IPNetwork.Parse(words is [var subnet] ? subnet : "").BaseAddress.GetAddressBytes();
        first[^1]++;
        return new IPAddress(first);
    }

    private async Task<ImmutableArray<RunTimeObservation>> ObserveAsync(
        string image, RunVariant variant, PlantedModel model, IPAddress gateway, CancellationToken cancellation)
    {
        var key = Guid.NewGuid().ToString("N");
        ImmutableArray<string> environment =
        [
            $"ANTHROPIC_API_KEY={key}", $"OPENAI_API_KEY={key}", $"OPENAI_BASE_URL=http://{gateway}:{model.Port}/v1",
            "PROXY_ALLOW_HTTP_UPSTREAM=1",
        ];
        await using var container = await ProbedContainer.StartAsync(engine, runner, image, variant, environment, cancellation);
        if (!Directory.Exists(container.Proc))
            return Unseen("the engine runs containers on another machine than this one");
        var (attached, whyNot) = await PacketSniffer.AttachAsync(container.Process);
        using var sniffer = attached;
        await container.WaitAsync(StartLimit, cancellation);
        if (variant.Beside is { } second)
            await container.StartBesideAsync(second, cancellation);
        (await HeldRequests.SendAsync(container.Address, key, variant.HeldRequests, cancellation)).Dispose();

        var listeners = container.Network.Listeners();
        var health = await container.CheckHealthAsync(cancellation);
        var answer = await AskAsync(container, key, cancellation);
        var run = new ObservedRun(new IPEndPoint(gateway, model.Port), model.Requests, answer)
        {
            Listeners = listeners,
            Health = health,
            Sent = container.Network.Sent(),
            Status = new ProcessStatus(await File.ReadAllTextAsync($"{container.Proc}/status", cancellation)),
            Mounts = [.. await File.ReadAllLinesAsync($"{container.Proc}/mounts", cancellation)],
            Traffic = sniffer?.Finish(),
            WhyNoTraffic = whyNot,
            End = await container.StopAsync(cancellation),
        };
        return run.Judge();
    }

    /// <returns>The whole answer, or why there is none.</returns>
    private static async Task<string> AskAsync(ProbedContainer container, string key, CancellationToken cancellation)
    {
        using var client = new HttpClient { Timeout = StartLimit };
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(container.Address, "/v1/messages"));
        request.Headers.Add("x-api-key", key);
        request.Content = new StringContent(
            """{"model":"claude-sonnet-5","max_tokens":16,"stream":true,"messages":[{"role":"user","content":"hello"}]}""",
            Encoding.UTF8,
            "application/json");
        try
        {
            using var answer = await client.SendAsync(request, cancellation);
            return await answer.Content.ReadAsStringAsync(cancellation);
        }
        catch (Exception failed) when (failed is HttpRequestException or TaskCanceledException && !cancellation.IsCancellationRequested)
        {
            return failed.Message;
        }
    }
}
