using System.Collections.Immutable;
using ContainerSecurity.Processes;
using ContainerSecurity.Tools.Engines;

namespace ContainerSecurity.Probing.Isolation;

/// <summary>
/// An ordinary network beside the isolated form: an outside in a network namespace of its own, which holds the addresses that are tried on its own
/// loopback, and the controls. All of it has names of this run, and goes with this object.
/// </summary>
internal sealed class PlantedNeighbours(ContainerEngine engine, IToolRunner runner, string name) : IAsyncDisposable
{
    private const string Metadata = "169.254.169.254";
    private const string Resolver = "192.0.2.53";

    private static readonly string[] Elsewhere = [Metadata, Resolver, OutsideScript.NamedAddress];

    /// <summary>Given to a device as one more, "lo:1": netdevice(7).</summary>
    private const string AddAddresses =
        """
        socket(my $s, PF_INET, SOCK_DGRAM, 0) or die $!;
        for my $at (0..$#ARGV) { ioctl($s, 0x8916, pack("a16 S n a4 x16", "lo:" . ($at + 1), 2, 0, inet_aton($ARGV[$at]))) or die $! }
        """;

    /// <summary>To each address but the first, by the first.</summary>
    private const string AddRoutes =
        """
        my $to = sub { pack("S n a4 x8", 2, 0, inet_aton($_[0])) };
        my $by = shift @ARGV;
        socket(my $s, PF_INET, SOCK_DGRAM, 0) or die $!;
        for my $each (@ARGV) {
          ioctl($s, 0x890B, pack("x8 a16 a16 a16 S x6 x16 s x6 x32", $to->($each), $to->($by), $to->("255.255.255.255"), 7, 0)) or die $!;
        }
        """;

    /// <summary>Less than <c>--privileged</c>, which an engine in a container may not be able to give.</summary>
    private static readonly ImmutableArray<string> Rights =
    [
        .. new[] { "NET_ADMIN", "SYS_ADMIN", "SYS_PTRACE" }.SelectMany(right => new[] { "--cap-add", right }),
        .. new[] { "seccomp", "apparmor", "systempaths" }.SelectMany(confinement => new[] { "--security-opt", $"{confinement}=unconfined" }),
    ];

    private PlantedOutside? _outside;

    /// <summary>An ordinary container, and one with rights for what an ordinary one may not do either.</summary>
    public string Control => $"{name}-control";

    public string Privileged => $"{name}-privileged";

    public string Network => $"{name}-ordinary";

    public PlantedOutside Outside => _outside ?? throw new InvalidOperationException("Nothing is planted yet.");

    private string OutsideContainer => $"{name}-outside";

    /// <param name="image">The agent's.</param>
    /// <param name="workspace">Mounted into the controls, and not read-only.</param>
    /// <param name="secret">NAME=value that the ordinary control has among its variables.</param>
    /// <exception cref="ToolFailedException">The engine does not start them.</exception>
    public async Task PlantAsync(string image, (string Project, string Home) workspace, string secret, CancellationToken cancellation)
    {
        var six = $"fd{Guid.NewGuid():N}".Insert(4, ":").Insert(9, ":")[..14];
        await RunAsync(engine.CreateNetwork(Network, $"{six}::/64"), cancellation);
        await StartAsync(OutsideContainer, image, ["--cap-add", "NET_ADMIN"], ["node", "-e", OutsideScript.Text], cancellation);
        await RunAsync(engine.Execute(OutsideContainer, ["perl", "-MSocket", "-e", AddAddresses, .. Elsewhere], "0"), cancellation);
        var address = await AddressAsync("IPAddress", cancellation);
        var gateway = await AddressAsync("Gateway", cancellation);
        _outside = new PlantedOutside(address, await AddressAsync("GlobalIPv6Address", cancellation), "planted.example", Resolver, [gateway], 9)
        {
            Metadata = Metadata,
            Siblings = [address],
        };
        ImmutableArray<string> ordinary =
        [
            "--volume", "/dev/null:/run/docker.sock", "--dns", address, "--add-host", $"proxy:{address}", "--env", secret,
            "--volume", $"{workspace.Project}:/workspace", "--volume", $"{workspace.Home}/.gitconfig:/home/vscode/.gitconfig",
        ];
        await StartAsync(Control, image, ordinary, ["sleep", "infinity"], cancellation);
        await StartAsync(Privileged, image, [.. ordinary, .. Rights], ["sleep", "infinity"], cancellation);
        await PlantProcessAsync(Privileged, "65534", cancellation);
        await RouteAsync(Control, image, cancellation);
        await WaitAsync(cancellation);
    }

    /// <summary>Leads a container on the ordinary network to the addresses of the outside, which no route of the engine's machine leads to.</summary>
    public async Task RouteAsync(string container, string image, CancellationToken cancellation) => await RunAsync(
        engine.Run(
            ["--rm", "--network", $"container:{container}", "--user", "0", "--cap-add", "NET_ADMIN", "--entrypoint", ""],
            image,
            ["perl", "-MSocket", "-e", AddRoutes, Outside.Address, .. Elsewhere]),
        cancellation);

    /// <summary>Has a process of another user run in a container, for others to lay hands on.</summary>
    public async Task PlantProcessAsync(string container, string user, CancellationToken cancellation) =>
        await RunAsync(engine.ExecuteBeside(container, ["--user", user], ["sleep", "600"]), cancellation);

    public async ValueTask DisposeAsync()
    {
        foreach (var container in new[] { OutsideContainer, Control, Privileged })
            await TryAsync(engine.Remove(container));
        await TryAsync(engine.RemoveNetwork(Network));
    }

    /// <summary>What the first answer of the outside's servers says.</summary>
    private async Task WaitAsync(CancellationToken cancellation)
    {
        for (var tries = 100; tries > 0; tries--, await Task.Delay(100, cancellation))
        {
            if ((await RunAsync(engine.Logs(OutsideContainer), cancellation)).Contains(OutsideScript.Ready, StringComparison.Ordinal))
                return;
        }

        throw new ToolFailedException($"the planted outside ({OutsideContainer}) did not begin to listen");
    }

    private async Task StartAsync(
        string container, string image, ImmutableArray<string> options, ImmutableArray<string> command, CancellationToken cancellation) =>
        await RunAsync(
            engine.Run(
                ["--detach", "--init", "--name", container, "--network", Network, "--user", "0", "--entrypoint", "", .. options], image, command),
            cancellation);

    private async Task<string> AddressAsync(string kind, CancellationToken cancellation) =>
        await RunAsync(engine.Inspect(OutsideContainer, $"{{{{range .NetworkSettings.Networks}}}}{{{{.{kind}}}}}{{{{end}}}}"), cancellation);

    private async Task<string> RunAsync(ToolCommand command, CancellationToken cancellation) =>
        (await runner.RunAsync(command, cancellation)).Output.Trim();

    private async Task TryAsync(ToolCommand command)
    {
        try
        {
            await runner.RunAsync(command, CancellationToken.None);
        }
        catch (ToolFailedException)
        {
            // It was never there, or the engine went away.
        }
    }
}
