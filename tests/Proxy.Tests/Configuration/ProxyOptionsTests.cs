using System.Net;
using ClaudeCodeProxy.Configuration;
using ClaudeCodeProxy.Configuration.Sources;
using ClaudeCodeProxy.Providers;

namespace Proxy.Tests.Configuration;

public sealed class ProxyOptionsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void With_a_key_alone_the_proxy_serves_this_machine_and_asks_OpenAI()
    {
        var options = Read(("OPENAI_API_KEY", "k"));

        Assert.Equal((IPAddress.Loopback, 8082), (options.Listen.Host, options.Listen.Port));
        Assert.Null(options.ClientKey);
        Assert.Equal("https://api.openai.com/v1", options.Upstream.BaseUrl.AbsoluteUri);
        Assert.Equal(Provider.OpenAI, options.Upstream.Provider);
        Assert.Equal(("gpt-5", "gpt-5", "gpt-5-mini"), (options.Models.Opus.Single(), options.Models.Sonnet.Single(), options.Models.Haiku.Single()));
    }

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("::")]
    [InlineData("192.168.1.5")]
    public void Beyond_loopback_a_client_key_is_needed(string host)
    {
        var error = Assert.Throws<ConfigurationException>(() => Read(("OPENAI_API_KEY", "k"), ("HOST", host)));

        Assert.Contains("ANTHROPIC_API_KEY", error.Message, StringComparison.Ordinal);
        Assert.NotNull(Read(("OPENAI_API_KEY", "k"), ("HOST", host), ("ANTHROPIC_API_KEY", "c")).ClientKey);
        Assert.Null(Read(("OPENAI_API_KEY", "k"), ("HOST", host), ("PROXY_ALLOW_ANONYMOUS", "1")).ClientKey);
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.5")]
    [InlineData("::1")]
    public void On_loopback_no_client_key_is_needed(string host) => Assert.True(Read(("OPENAI_API_KEY", "k"), ("HOST", host)).Listen.IsLoopback);

    [Theory]
    [InlineData("PORT", "0")]
    [InlineData("PORT", "65536")]
    [InlineData("PORT", "80 82")]
    [InlineData("PORT", "-1")]
    [InlineData("HOST", "example.org")]
    [InlineData("PROXY_IDLE_TIMEOUT", "0")]
    [InlineData("PROXY_IDLE_TIMEOUT", "soon")]
    [InlineData("PROXY_MAX_REQUESTS", "0")]
    [InlineData("PROXY_MAX_REQUESTS", "many")]
    [InlineData("PROXY_SHUTDOWN_TIMEOUT", "-1")]
    [InlineData("PROXY_SHUTDOWN_TIMEOUT", "8s")]
    [InlineData("OPENAI_BASE_URL", "api.openai.com/v1")]
    [InlineData("OPENAI_BASE_URL", "ftp://host/v1")]
    [InlineData("OPENAI_BASE_URL", "https://user:hunter@host/v1")]
    [InlineData("OPENAI_BASE_URL", "https://host/v1?key=x")]
    [InlineData("OPENAI_BASE_URL", "http://host/v1")]
    [InlineData("OPENAI_BASE_URL", "http://localhost.evil.example/v1")]
    public void A_bad_value_is_an_error_that_names_its_variable(string name, string value)
    {
        var error = Assert.Throws<ConfigurationException>(() => Read(("OPENAI_API_KEY", "k"), (name, value)));

        Assert.Contains(name, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Plain_http_beyond_loopback_needs_its_switch()
    {
        (string, string)[] variables = [("OPENAI_API_KEY", "k"), ("OPENAI_BASE_URL", "http://ollama.lan:11434/v1")];

        Assert.Contains("PROXY_ALLOW_HTTP_UPSTREAM", Assert.Throws<ConfigurationException>(() => Read(variables)).Message, StringComparison.Ordinal);
        Assert.Equal("ollama.lan:11434", Read([.. variables, ("PROXY_ALLOW_HTTP_UPSTREAM", "1")]).Upstream.Name);
    }

    [Fact]
    public void Only_a_server_on_loopback_may_go_without_a_key()
    {
        Assert.Throws<ConfigurationException>(() => Read());
        Assert.Throws<ConfigurationException>(() => Read(("OPENAI_BASE_URL", "https://evil.example/?localhost")));
        Assert.Empty(Read(("OPENAI_BASE_URL", "http://localhost:11434/v1")).Upstream.Keys);
        Assert.Single(Read(("OPENAI_BASE_URL", "http://localhost:11434/v1"), ("OPENAI_API_KEY", "k")).Upstream.Keys);
    }

    [Fact]
    public void Requests_at_once_and_the_time_to_stop_are_limited_by_default_and_by_choice()
    {
        var standard = Read(("OPENAI_API_KEY", "k"));
        var chosen = Read(("OPENAI_API_KEY", "k"), ("PROXY_MAX_REQUESTS", "10"), ("PROXY_SHUTDOWN_TIMEOUT", "0"));

        Assert.Equal((4096, TimeSpan.FromSeconds(8)), (standard.MaxRequests, standard.ShutdownTimeout));
        Assert.Equal(TimeSpan.FromSeconds(10), standard.PingInterval);
        Assert.Equal((10, TimeSpan.Zero), (chosen.MaxRequests, chosen.ShutdownTimeout));
        Assert.True(standard.MaxConnections >= 3 * standard.MaxRequests);
    }

    [Theory]
    [InlineData(1_000_000, 4096)]
    [InlineData(1024, 320)]
    [InlineData(10, 1)]
    public void Open_files_bound_requests_and_connections(int files, int requests)
    {
        var fitted = Read(("OPENAI_API_KEY", "k")).FitTo(files);

        Assert.Equal(requests, fitted.MaxRequests);
        Assert.InRange(fitted.MaxConnections, fitted.MaxRequests + 1, Math.Max(files - requests, 2));
    }

    [Fact]
    public void Keys_come_from_files_too()
    {
        File.WriteAllText(_folder.File("upstream"), "from-file\n");
        File.WriteAllText(_folder.File("client"), "of-client\n");

        var options = Read(("OPENAI_API_KEY_FILE", _folder.File("upstream")), ("ANTHROPIC_API_KEY_FILE", _folder.File("client")));

        Assert.Equal("from-file", Assert.Single(options.Upstream.Keys).Reveal());
        Assert.Equal("of-client", options.ClientKey?.Reveal());
    }

    [Fact]
    public void A_key_file_that_is_missing_empty_or_doubled_is_an_error()
    {
        File.WriteAllText(_folder.File("empty"), "\n");

        Assert.Contains("OPENAI_API_KEY_FILE",
            Assert.Throws<ConfigurationException>(() => Read(("OPENAI_API_KEY_FILE", _folder.File("none")))).Message, StringComparison.Ordinal);
        Assert.Contains("empty", Assert.Throws<ConfigurationException>(() => Read(("OPENAI_API_KEY_FILE", _folder.File("empty")))).Message,
            StringComparison.Ordinal);
        Assert.Throws<ConfigurationException>(() => Read(("OPENAI_API_KEY", "k"), ("OPENAI_API_KEY_FILE", _folder.File("empty"))));
    }

    [Theory]
    [InlineData("two words")]
    [InlineData("line\nbreak")]
    [InlineData("ключ")]
    public void A_key_that_no_header_can_carry_is_an_error_that_does_not_show_it(string key)
    {
        var error = Assert.Throws<ConfigurationException>(() => Read(("OPENAI_API_KEY", key)));

        Assert.Contains("OPENAI_API_KEY", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(key, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_does_not_print_itself()
    {
        var options = Read(("OPENAI_API_KEY", "upstream-key"), ("ANTHROPIC_API_KEY", "client-key"));

        Assert.DoesNotContain("-key", options.ToString(), StringComparison.Ordinal);
    }

    private ProxyOptions Read(params (string Name, string Value)[] environment) =>
        ProxyOptions.Read(Settings.Load(environment.ToDictionary(pair => pair.Name, pair => pair.Value), _folder.Path));
}
