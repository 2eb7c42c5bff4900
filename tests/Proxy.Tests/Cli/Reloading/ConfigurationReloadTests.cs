using System.Net;
using ClaudeCodeProxy.Cli.Reloading;
using ClaudeCodeProxy.Configuration;
using ClaudeCodeProxy.Configuration.Sources;
using ClaudeCodeProxy.Server.Exchanges;
using Proxy.Tests.Server;

namespace Proxy.Tests.Cli.Reloading;

public sealed class ConfigurationReloadTests : IDisposable
{
    private readonly TemporaryFolder _home = new();
    private readonly StringWriter _log = new();
    private readonly Dictionary<string, string> _environment;
    private ProxyOptions? _applied;

    public ConfigurationReloadTests() => _environment = new Dictionary<string, string> { ["HOME"] = _home.Path, ["OPENAI_API_KEY"] = "k" };

    public void Dispose() => _home.Dispose();

    [Fact]
    public void What_has_changed_is_named_and_counts()
    {
        Write("ANTHROPIC_DEFAULT_OPUS_MODEL=one\nPROXY_MAX_REQUESTS=5\n");
        var reload = Begin();

        Write("ANTHROPIC_DEFAULT_OPUS_MODEL=two\nPROXY_MAX_REQUESTS=5\nANTHROPIC_API_KEY=client-secret\n");
        reload.Run(isAsked: false);

        Assert.Equal(["two"], _applied!.Models.Opus.AsEnumerable());
        Assert.Contains("ANTHROPIC_API_KEY, ANTHROPIC_DEFAULT_OPUS_MODEL changed", Ordered(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", _log.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PORT=1\nno variable\n", "line 2: it is not NAME=VALUE")]
    [InlineData("OPENAI_BASE_URL='x\n", "line 1: its quote is not closed")]
    [InlineData("PORT=1\n\nPROXY_MAX_REQUESTS=many\n", "PROXY_MAX_REQUESTS is many", "line 3")]
    [InlineData("OPENAI_BASE_URL=http://elsewhere/v1\n", "PROXY_ALLOW_HTTP_UPSTREAM", "line 1")]
    [InlineData("PROXY_PROVIDERS=9\n", "PROXY_PROVIDERS", "line 1")]
    [InlineData("ANTHROPIC_API_KEY_FILE=/nowhere/key\n", "/nowhere/key", "line 1")]
    public void What_cannot_serve_keeps_what_was_and_says_where(string text, params string[] said)
    {
        Write("PROXY_MAX_REQUESTS=5\n");
        var reload = Begin();

        Write(text);
        reload.Run(isAsked: false);

        Assert.Null(_applied);
        Assert.StartsWith("warning: not reloaded, the configuration of before counts:", _log.ToString(), StringComparison.Ordinal);
        Assert.All(said.Append(_home.File(".claude-code-proxy")), part => Assert.Contains(part, _log.ToString(), StringComparison.Ordinal));
    }

    /// <summary>At the start it would be left out with a warning, and another file would count.</summary>
    [Fact]
    public void A_file_found_by_chance_is_not_left_out_once_it_counts()
    {
        File.WriteAllText(_home.File(".env"), "PROXY_MAX_REQUESTS=5\n");
        var reload = Begin();

        File.WriteAllText(_home.File(".env"), "PROXY_MAX_REQUESTS\n");
        reload.Run(isAsked: false);

        Assert.Null(_applied);
        Assert.Contains($"{_home.File(".env")} cannot be read: line 1", _log.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "reloaded: nothing has changed\n")]
    [InlineData(false, "")]
    public void Nothing_new_is_told_only_to_who_asks(bool isAsked, string said)
    {
        Write("PROXY_MAX_REQUESTS=5\n");
        var reload = Begin();

        Write("# a comment\nPROXY_MAX_REQUESTS=5\n");
        reload.Run(isAsked);

        Assert.Null(_applied);
        Assert.Equal(said, _log.ToString());
    }

    [Fact]
    public void What_is_read_once_is_said_to_wait_for_the_next_start()
    {
        var reload = Begin();

        Write("PORT=1234\nHOST=0.0.0.0\n");
        reload.Run(isAsked: true);

        Assert.Null(_applied);
        Assert.Equal("warning: HOST has changed, which counts from the next start\nwarning: PORT has changed, which counts from the next start\n",
            _log.ToString());
    }

    /// <summary>The file says loopback now, for which no key is needed, but the proxy goes on to listen for everyone.</summary>
    [Fact]
    public void A_proxy_that_others_reach_never_loses_its_client_key()
    {
        Write("HOST=0.0.0.0\nANTHROPIC_API_KEY=client-secret\n");
        var reload = Begin(new ListenAddress(IPAddress.Any, 8082));

        Write("HOST=127.0.0.1\n");
        reload.Run(isAsked: false);

        Assert.Null(_applied);
        Assert.Contains("no client key is set", _log.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Another_key_in_a_key_file_counts()
    {
        File.WriteAllText(_home.File("key"), "one");
        _environment["ANTHROPIC_API_KEY_FILE"] = _home.File("key");
        var reload = Begin();
        Assert.Contains(_home.File("key"), reload.Files);

        File.WriteAllText(_home.File("key"), "two");
        reload.Run(isAsked: false);

        Assert.Equal("two", _applied!.ClientKey!.Reveal());
        Assert.Contains("ANTHROPIC_API_KEY_FILE changed", _log.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_key_file_keeps_the_key()
    {
        File.WriteAllText(_home.File("key"), "one");
        _environment["ANTHROPIC_API_KEY_FILE"] = _home.File("key");
        var reload = Begin();

        File.WriteAllText(_home.File("key"), "");
        reload.Run(isAsked: false);

        Assert.Null(_applied);
        Assert.Contains("holds no key", _log.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void After_a_bad_file_a_good_one_counts()
    {
        var reload = Begin();
        Write("PROXY_MAX_REQUESTS=many\n");
        reload.Run(isAsked: false);

        Write("PROXY_MAX_REQUESTS=6\n");
        reload.Run(isAsked: false);

        Assert.Equal(6, _applied!.MaxRequests);
    }

    [Fact]
    public void A_warning_is_not_repeated()
    {
        Write("OPENAI_BASE_URL=https://one/v1\nANTHROPIC_API_KEY=client-secret\n", readableByOthers: true);
        var reload = Begin();

        Write("OPENAI_BASE_URL=https://two/v1\nANTHROPIC_API_KEY=client-secret\n", readableByOthers: true);
        reload.Run(isAsked: false);

        Assert.Equal("two", _applied!.Upstream.Name);
        Assert.DoesNotContain("warning", _log.ToString(), StringComparison.Ordinal);
    }

    private ConfigurationReload Begin(ListenAddress? listening = null)
    {
        var output = new LogOutput(_log, _log, LogFormat.Text, new ManualClock());
        return new ConfigurationReload(
            _environment, _home.Path, Settings.Load(_environment, _home.Path), output, listening ?? new ListenAddress(IPAddress.Loopback, 8082),
            options => _applied = options);
    }

    private void Write(string text, bool readableByOthers = false)
    {
        var path = _home.File(".claude-code-proxy");
        File.WriteAllText(path, text);
        var mode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        File.SetUnixFileMode(path, readableByOthers ? mode | UnixFileMode.OtherRead : mode);
    }

    private string Ordered()
    {
        var names = _log.ToString()["reloaded: ".Length..].Split(" changed")[0].Split(", ").Order(StringComparer.Ordinal);
        return string.Join(", ", names) + " changed";
    }
}
