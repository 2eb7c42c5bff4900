using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using System.Text;
using ContainerSecurity.Processes;
using ContainerSecurity.Tools.Engines;

namespace ContainerSecurity.Probing;

/// <summary>Starts the image that is released on an engine of this machine, has it serve one request, and observes what it does.</summary>
/// <remarks>What holds is told without what was measured, because a release holds it and two runs of one commit must say the same.</remarks>
internal sealed class ReleasedImageProbe(ContainerEngine engine, IToolRunner runner)
{
    public const string Ports = "listening-port";
    public const string User = "user";
    public const string Root = "read-only-root";
    public const string Rights = "capabilities";
    public const string Health = "health";
    public const string Request = "request";
    public const string Connections = "connections";
    public const string Memory = "memory";
    public const string End = "termination";

    /// <summary>Ten times what one request needs.</summary>
    private const int MostKilobytes = 100 * 1024;

    private const int MostShown = 200;

    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(5);

    /// <summary>The names of what is observed, in order.</summary>
    public static ImmutableArray<string> Names { get; } = [Ports, User, Root, Rights, Health, Request, Connections, Memory, End];

    /// <param name="archive">A docker-archive.</param>
    /// <param name="variant">How it is started.</param>
    /// <returns>One observation for each of <see cref="Names"/>.</returns>
    public async Task<ImmutableArray<RunTimeObservation>> RunAsync(string archive, RunVariant variant, CancellationToken cancellation)
    {
        try
        {
            var loaded = await runner.RunAsync(engine.Load(archive), cancellation);
            var image = loaded.Output.Trim().Split('\n')[^1].Split(' ')[^1];
            var gateway = FindGateway((await runner.RunAsync(engine.DefaultNetwork, cancellation)).Output);
            using var model = PlantedModel.Start(gateway);
            return await ObserveAsync(image, variant, model, gateway, cancellation);
        }
        catch (Exception failed) when (failed is ToolFailedException or SocketException or FormatException or IOException or HttpRequestException)
        {
            return [.. Names.Select(name => RunTimeObservation.Unseen(name, failed.Message))];
        }
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
        await using var container = await ProbedContainer.StartAsync(
            engine,
            runner,
            image,
            variant,
            [
                $"ANTHROPIC_API_KEY={key}", $"OPENAI_API_KEY={key}", $"OPENAI_BASE_URL=http://{gateway}:{model.Port}/v1",
                "PROXY_ALLOW_HTTP_UPSTREAM=1",
            ],
            cancellation);
        await container.WaitAsync(StartLimit, cancellation);
        if (!Directory.Exists(container.Proc))
            return [.. Names.Select(name => RunTimeObservation.Unseen(name, "the engine runs containers on another machine than this one"))];

        var listeners = new NetworkTables($"{container.Proc}/net").Listeners();
        var health = await container.ExecuteAsync(["/claude-code-proxy", "health"], cancellation);
        var answer = await AskAsync(container, key, cancellation);
        var sent = new NetworkTables($"{container.Proc}/net").Sent();
        var status = new ProcessStatus(await File.ReadAllTextAsync($"{container.Proc}/status", cancellation));
        var mounts = await File.ReadAllLinesAsync($"{container.Proc}/mounts", cancellation);
        var (took, exitCode) = await container.StopAsync(cancellation);
        return
        [
            new(Ports, listeners is [var only] && only.EndsWith(":8082", StringComparison.Ordinal), $"listening: {string.Join(", ", listeners)}"),
            new(User, !status.IsRoot, $"users of the process: {status.Users.Replace('\t', ' ')}"),
            new(Root, mounts.Any(IsReadOnlyRoot), $"/ is mounted {(mounts.Any(IsReadOnlyRoot) ? "read-only" : mounts.FirstOrDefault(IsRoot))}"),
            new(Rights, status.Capabilities.IsEmpty && status.HasNoNewPrivileges, Describe(status)),
            new(Health, health.ExitCode == 0, $"the command health ended with {health.ExitCode}: {(health.Output + health.ErrorOutput).Trim()}"),
            Answered(answer, model),
            Traffic(sent, model),
            status.PeakKilobytes is { } most
                ? new(Memory, most <= MostKilobytes, $"{(most <= MostKilobytes ? "at most" : $"{most / 1024} MB of")} {MostKilobytes / 1024} MB")
                : RunTimeObservation.Unseen(Memory, "the kernel does not say"),
            new(
                End,
                took <= EndLimit && exitCode == "0",
                $"exit code {exitCode}, {(took <= EndLimit ? $"within {EndLimit.TotalSeconds:0} s" : $"{took.TotalSeconds:0.0} s")} after SIGTERM"),
        ];
    }

    /// <summary>What is known to have been opened: one connection to the model, and one of the health command to the proxy itself.</summary>
    private static RunTimeObservation Traffic(SentTraffic sent, PlantedModel model) => new(
        Connections,
        sent == new SentTraffic(model.Requests + 1, 0, 0) && model.Requests == 1,
        $"since it began: {sent.Connections} connections opened (the model: {model.Requests}, the health command: 1), {sent.Datagrams} datagrams, "
            + $"{sent.Echoes} echoes sent");

    private static string Describe(ProcessStatus status) =>
        $"{(status.Capabilities.IsEmpty ? "no capability in any set" : string.Join(", ", status.Capabilities))}; "
            + $"no-new-privileges is {(status.HasNoNewPrivileges ? "" : "not ")}set";

    private static RunTimeObservation Answered(string answer, PlantedModel model)
    {
        if (answer.Contains(PlantedModel.Answer, StringComparison.Ordinal) && model.Requests == 1)
            return new(Request, true, $"the model was asked once; the client got its answer, “{PlantedModel.Answer}”");
        var shown = answer.Length > MostShown ? answer[..MostShown] + "…" : answer;
        return new(Request, false, $"the model was asked {model.Requests} times; the client got “{shown.ReplaceLineEndings(" ")}”");
    }

    private static bool IsRoot(string mount) => mount.Split(' ')[1] == "/";

    private static bool IsReadOnlyRoot(string mount) => IsRoot(mount) && mount.Split(' ')[3].Split(',').Contains("ro");

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
