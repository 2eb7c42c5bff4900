using System.Globalization;
using Proxy.Tests.Server;

namespace Proxy.Tests.Cli;

public sealed class BackgroundProxyTests : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _home = new();
    private readonly string _port = $"{FreePort.Find()}";
    private TestUpstream _upstream = null!;

    private string Record => _home.File($".local/state/claude-code-proxy/proxy-{_port}.pid");

    public async Task InitializeAsync() => _upstream = await TestUpstream.Answering(Samples.Answer);

    public async Task DisposeAsync()
    {
        await Run("stop");
        await _upstream.DisposeAsync();
    }

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task A_proxy_is_started_found_and_stopped()
    {
        Assert.Equal(1, (await Run("status")).ExitCode);
        Assert.Equal(0, (await Run("start -s")).ExitCode);

        var (status, text) = await Run("status");
        using var client = CheckedResponses.Client();
        using var answer = await client.PostAsync($"http://127.0.0.1:{_port}/v1/messages", new StringContent(Samples.Request));

        Assert.Equal(0, status);
        Assert.Contains($"PID {PidOf(Record)}", text, StringComparison.Ordinal);
        Assert.True(answer.IsSuccessStatusCode);
        Assert.Contains("already running", (await Run("start")).Output, StringComparison.Ordinal);
        Assert.Equal(0, (await Run("stop")).ExitCode);
        Assert.Equal(1, (await Run("status")).ExitCode);
        Assert.Contains("[REQ]", await File.ReadAllTextAsync(Path.ChangeExtension(Record, "log")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_files_are_the_users_own()
    {
        await Run("start");

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Record));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.ChangeExtension(Record, "log")));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.GetDirectoryName(Record)!));
    }

    [Fact]
    public async Task It_has_a_session_of_its_own()
    {
        await Run("start");

        var stat = await File.ReadAllTextAsync($"/proc/{PidOf(Record)}/stat");
        Assert.Equal(PidOf(Record), int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[3], CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Stop_leaves_alone_a_process_that_only_has_the_same_id()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Record)!);
        await File.WriteAllTextAsync(Record, $"{Environment.ProcessId}\n12345\nsome-instance\n");

        var (code, output) = await Run("stop");

        Assert.Equal(0, code);
        Assert.Contains("not running", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_start_that_fails_says_where_to_look()
    {
        using var holder = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, int.Parse(_port, CultureInfo.InvariantCulture));
        holder.Start();

        var (code, output) = await Run("start");

        Assert.Equal(1, code);
        Assert.Contains(Path.ChangeExtension(Record, "log"), output, StringComparison.Ordinal);
        Assert.False(File.Exists(Record));
    }

    private static int PidOf(string record) => int.Parse(File.ReadLines(record).First(), CultureInfo.InvariantCulture);

    private Task<(int ExitCode, string Output)> Run(string arguments) =>
        ProxyProgram.Run(_home, arguments, ("PORT", _port), ("OPENAI_BASE_URL", $"{_upstream.BaseUrl}"));
}
