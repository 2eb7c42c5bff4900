using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Bench.Load;

namespace Bench.Servers;

/// <summary>
/// Upstream and load generator on one core, and on the other whoever is measured: the proxy, nginx, peers. All of it ends with this object.
/// </summary>
internal sealed class Rig : IDisposable
{
    public const string Proxy = "proxy", NginxName = "nginx", Direct = "direct";

    /// <summary>Where this process must have been started: the runtime does not let its threads be moved later.</summary>
    public const int LoadCore = 1;

    private const int MeasuredCore = 0;

    private readonly Lock _lock = new();
    private readonly List<MeasuredProcess> _fresh = [];
    private readonly Dictionary<string, MeasuredProcess> _running = [];
    private readonly string _folder = Directory.CreateTempSubdirectory("bench-").FullName;
    private readonly int _upstreamPort = FreePort();
    private readonly MeasuredProcess _upstream;
    private bool _isClosed;

    /// <param name="peers">Commands by name.</param>
    public Rig(string binary, IReadOnlyDictionary<string, string> peers)
    {
        Binary = binary;
        var home = new Dictionary<string, string> { ["HOME"] = _folder };
        string[] self = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet"
            ? [Environment.ProcessPath!, typeof(Rig).Assembly.Location]
            : [Environment.ProcessPath!];
        _upstream = MeasuredProcess.Start(LoadCore, _upstreamPort, "\"$@\"", [.. self, "upstream", $"{_upstreamPort}"], home);

        var nginxPort = FreePort();
        Contenders =
        [
            Behind(Proxy, "\"$@\"", [binary, "serve"]),
            new(NginxName, MeasuredCore, nginxPort, "\"$@\"", [Nginx.Program, .. Nginx.Arguments(nginxPort, _upstreamPort, _folder)], home),
            .. peers.Select(peer => Behind(peer.Key, peer.Value, [])),
        ];
    }

    public string Binary { get; }

    /// <summary>All but the direct connection.</summary>
    public IReadOnlyList<Contender> Contenders { get; }

    /// <summary>CPU of the load generator and the upstream so far.</summary>
    public TimeSpan LoadCpu => _upstream.Cpu + Environment.CpuUsage.TotalTime;

    /// <summary>The process that a name stands for, started when it is first asked for and shared by scenarios.</summary>
    public MeasuredProcess Running(string name)
    {
        if (name == Direct)
            return _upstream;
        if (!_running.TryGetValue(name, out var process))
            _running[name] = process = StartFresh(Contenders.Single(contender => contender.Name == name));
        return process;
    }

    /// <summary>A new process on the contender's port; the shared one ends.</summary>
    public MeasuredProcess StartFresh(Contender contender)
    {
        if (_running.Remove(contender.Name, out var shared))
            End(shared);
        // Under the lock: what is being started when the run ends is ended too.
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isClosed, this);
            var process = contender.Start();
            _fresh.Add(process);
            return process;
        }
    }

    public void End(MeasuredProcess process)
    {
        lock (_lock)
        {
            if (_fresh.Remove(process))
                process.Dispose();
        }
    }

    /// <summary>The upstream answers this request's way from now on.</summary>
    public async Task SetAnswerAsync(ClientRequest request)
    {
        using var http = new HttpClient();
        using var answer = await http.PutAsync(
            new Uri($"http://127.0.0.1:{_upstreamPort}/bench/{request.Chunks}/{request.Pace.TotalMilliseconds:0}"), null);
        answer.EnsureSuccessStatusCode();
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _isClosed = true;
            _fresh.ForEach(process => process.Dispose());
            _fresh.Clear();
        }

        _upstream.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private Contender Behind(string name, string command, string[] arguments)
    {
        var port = FreePort();
        return new Contender(name, MeasuredCore, port, command, arguments, new Dictionary<string, string>
        {
            ["HOME"] = _folder,
            ["PORT"] = port.ToString(CultureInfo.InvariantCulture),
            ["OPENAI_BASE_URL"] = $"http://127.0.0.1:{_upstreamPort}/v1",
            ["OPENAI_API_KEY"] = "bench",
        });
    }

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
