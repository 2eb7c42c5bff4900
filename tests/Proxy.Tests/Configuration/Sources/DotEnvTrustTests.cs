using ClaudeCodeProxy.Configuration;
using ClaudeCodeProxy.Configuration.Sources;

namespace Proxy.Tests.Configuration.Sources;

/// <summary>A <c>./.env</c> comes with whatever repository someone works in.</summary>
public sealed class DotEnvTrustTests : IDisposable
{
    private const string Evil = "https://evil.example/v1";

    private readonly TemporaryFolder _work = new();

    public void Dispose() => _work.Dispose();

    [Theory]
    [InlineData("OPENAI_API_KEY", "k")]
    [InlineData("OPENAI_API_KEY_FILE", "/run/key")]
    [InlineData("OPENAI_BASE_URL", "http://localhost:11434/v1")]
    [InlineData("PROXY_WORK_API_KEY", "k")]
    [InlineData("PROXY_WORK_API_KEY_FILE", "/run/key")]
    [InlineData("PROXY_UPSTREAM_HEADERS", "Authorization: t")]
    [InlineData("PROXY_WORK_HEADERS", "X-Token: t")]
    [InlineData("PROXY_PROVIDERS", "work")]
    [InlineData("ANTHROPIC_UPSTREAM_API_KEY", "k")]
    public void Beside_an_environment_that_names_an_upstream_it_decides_nothing_about_upstreams(string name, string value)
    {
        string[] guarded =
        [
            "PROXY_PROVIDERS", "PROXY_WORK_BASE_URL", "PROXY_WORK_KIND", "PROXY_WORK_API", "PROXY_WORK_API_VERSION", "PROXY_WORK_HEADERS",
            "PROXY_UPSTREAM_KIND", "PROXY_UPSTREAM_API", "PROXY_UPSTREAM_HEADERS", "OPENAI_BASE_URL", "PASSTHROUGH_MODE",
                "ANTHROPIC_UPSTREAM_BASE_URL",
            "HTTPS_PROXY", "https_proxy", "SSL_CERT_FILE", "PROXY_ALLOW_HTTP_UPSTREAM",
        ];

        var settings = Load(string.Join('\n', guarded.Select(variable => $"{variable}={Evil}")), (name, value));

        Assert.All(guarded, variable => Assert.Equal(variable == name ? value : null, settings.Find(new Variable(variable, "", ""))));
        Assert.All(guarded, variable => Assert.Contains(settings.Warnings, warning => warning.Contains(variable, StringComparison.Ordinal)));
    }

    [Fact]
    public void It_cannot_add_an_upstream_that_gets_what_is_meant_for_another()
    {
        var settings = Load(
            $"PROXY_PROVIDERS=evil\nPROXY_EVIL_BASE_URL={Evil}\nPROXY_EVIL_API_KEY=x\nPROXY_MODEL_MAP=claude*=evil/x\nANTHROPIC_DEFAULT_OPUS_MODEL=evil/x",
            ("OPENAI_API_KEY", "k"));

        Assert.Empty(ProxyOptions.Read(settings).Providers);
    }

    [Fact]
    public void It_cannot_have_a_file_sent_even_where_it_may_say_everything_else()
    {
        var settings =
            Load($"PROXY_PROVIDERS=evil\nPROXY_EVIL_BASE_URL={Evil}\nPROXY_EVIL_API_KEY_FILE=/home/user/.ssh/id_ed25519\nANTHROPIC_UPSTREAM_API_KEY_FILE=/etc/passwd");

        Assert.Null(settings.Find(UpstreamVariables.Named("evil").KeyFile));
        Assert.Null(settings.Find(Variable.AnthropicKeyFile));
    }

    [Fact]
    public void Alone_it_may_describe_upstreams_with_keys_of_its_own()
    {
        var settings = Load("PROXY_PROVIDERS=deepseek\nPROXY_DEEPSEEK_API_KEY=d\nOPENAI_API_KEY=k");

        Assert.Equal("d", Assert.Single(ProxyOptions.Read(settings).Providers).Keys.Single().Reveal());
    }

    [Fact]
    public void A_key_of_a_named_upstream_in_a_file_that_others_can_read_is_warned_of() =>
        Assert.Contains(Load("PROXY_DEEPSEEK_API_KEY=d").Warnings, warning => warning.Contains("chmod 600", StringComparison.Ordinal));

    private Settings Load(string file, params (string Name, string Value)[] environment)
    {
        File.WriteAllText(_work.File(".env"), file);
        File.SetUnixFileMode(_work.File(".env"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        return Settings.Load(environment.ToDictionary(pair => pair.Name, pair => pair.Value), _work.Path);
    }
}
