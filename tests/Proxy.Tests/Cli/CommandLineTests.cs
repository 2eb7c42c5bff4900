using System.Diagnostics;
using System.Net.Sockets;
using ClaudeCodeProxy.Configuration.Sources;
using Proxy.Tests.Server;
using Proxy.Tests.Server.HostileClients;

namespace Proxy.Tests.Cli;

public sealed class CommandLineTests : IDisposable
{
    private const int HangUp = 1;
    private const int Interrupt = 2;
    private const int Kill = 9;
    private const int Terminate = 15;

    private readonly TemporaryFolder _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task Version_and_help_are_printed()
    {
        var (versionCode, version) = await ProxyProgram.Run(_home, "version");
        var (helpCode, help) = await ProxyProgram.Run(_home, "help");

        Assert.Equal(0, versionCode);
        Assert.Matches(@"^claude-code-proxy v\d+\.\d+\.\d+\s*$", version);
        Assert.Equal(0, helpCode);
        Assert.All(Variable.Documented, group =>
        {
            Assert.Contains($"\n{group.Title}\n  {group.Variables[0].Name}", help, StringComparison.Ordinal);
            Assert.All(group.Variables, variable => Assert.Contains(variable.Name, help, StringComparison.Ordinal));
        });
    }

    [Fact]
    public async Task A_mistyped_command_starts_no_server()
    {
        var (code, output) = await ProxyProgram.Run(_home, "stauts");

        Assert.Equal(2, code);
        Assert.Equal("claude-code-proxy: 'stauts' is not a command or flag. See claude-code-proxy help.", output.Trim());
    }

    [Theory]
    [InlineData("HOST", "0.0.0.0", "ANTHROPIC_API_KEY")]
    [InlineData("PORT", "x", "PORT")]
    [InlineData("OPENAI_BASE_URL", "http://elsewhere/v1", "PROXY_ALLOW_HTTP_UPSTREAM")]
    public async Task A_configuration_that_cannot_serve_ends_in_one_clear_line(string name, string value, string named)
    {
        var (code, output) = await ProxyProgram.Run(_home, "", ("OPENAI_API_KEY", "k"), (name, value));

        Assert.Equal(2, code);
        Assert.Contains(named, Assert.Single(output.Trim().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Config_check_shows_keys_by_number_and_models_in_order()
    {
        var (code, output) = await ProxyProgram.Run(_home, "config check",
            ("OPENAI_API_KEY", "one-of-two,two-of-two"), ("PROXY_PROVIDERS", "deepseek"), ("PROXY_DEEPSEEK_API_KEY", "k"),
            ("ANTHROPIC_DEFAULT_OPUS_MODEL", "gpt-5, deepseek/deepseek-chat"));

        Assert.Equal(0, code);
        Assert.Contains("api.openai.com (OpenAI) with 2 keys in turn", output, StringComparison.Ordinal);
        Assert.Matches(@"claude-opus +gpt-5 at api\.openai\.com by \w+\n +when that fails deepseek-chat at api\.deepseek\.com", output);
        Assert.DoesNotContain("of-two", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Config_client_prints_what_a_shell_can_set_for_claude_code()
    {
        var (code, output) = await ProxyProgram.Run(
            _home, "config client", ("OPENAI_API_KEY", "upstream-secret"), ("ANTHROPIC_API_KEY", "client-secret"),
            ("PORT", "1234"), ("ANTHROPIC_DEFAULT_HAIKU_MODEL", "corp-coder"), ("PROXY_MODEL_TRAITS", "corp-coder=input:131072 output:8192"));

        Assert.Equal(0, code);
        Assert.DoesNotContain("secret", output, StringComparison.Ordinal);
        var settings = output.Split('\n').Where(static line => line.StartsWith("export ", StringComparison.Ordinal))
            .Select(static line => line["export ".Length..line.IndexOf("  #", StringComparison.Ordinal)]);
        Assert.Equal(
        [
            "ANTHROPIC_BASE_URL=http://127.0.0.1:1234", "ANTHROPIC_AUTH_TOKEN=put-the-client-key-here", "CLAUDE_CODE_MAX_CONTEXT_TOKENS=131072",
            "CLAUDE_CODE_MAX_OUTPUT_TOKENS=8192", "CLAUDE_CODE_ALWAYS_ENABLE_EFFORT=1", "ENABLE_TOOL_SEARCH=true",
            "CLAUDE_CODE_ENABLE_GATEWAY_MODEL_DISCOVERY=1", "CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC=1",
        ], settings);
    }

    [Fact]
    public async Task Config_client_names_the_models_whose_window_is_not_known()
    {
        var (code, output) = await ProxyProgram.Run(_home, "config client", ("OPENAI_API_KEY", "k"), ("ANTHROPIC_DEFAULT_OPUS_MODEL", "corp-coder"));

        Assert.Equal(0, code);
        Assert.Contains("# The window of corp-coder is not known", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Config_check_shows_what_counts_without_keys()
    {
        await File.WriteAllTextAsync(_home.File(".claude-code-proxy"), "OPENAI_API_KEY=upstream-secret\nPORT=1234\n");

        var (code, output) = await ProxyProgram.Run(_home, "config check", ("ANTHROPIC_API_KEY", "client-secret"));

        Assert.Equal(0, code);
        Assert.Contains(_home.File(".claude-code-proxy"), output, StringComparison.Ordinal);
        Assert.Contains($"1234 (from {_home.File(".claude-code-proxy")} line 2)", output, StringComparison.Ordinal);
        Assert.Matches(@"ANTHROPIC_API_KEY +set, not shown \(from environment\)", output);
        Assert.DoesNotContain("secret", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Config_check_shows_every_upstream_where_its_models_go_and_advice()
    {
        (string, string)[] environment =
        [
            ("OPENAI_API_KEY", "secret-1"), ("PROXY_PROVIDERS", "local,deepseek"), ("PROXY_LOCAL_KIND", "ollama"),
                ("PROXY_DEEPSEEK_API_KEY", "secret-2"),
            ("PROXY_DEEPSEEK_HEADERS", "X-Token: secret-3"), ("ANTHROPIC_DEFAULT_HAIKU_MODEL", "local/qwen3"),
        ];

        var (code, output) = await ProxyProgram.Run(_home, "config check", environment);

        Assert.Equal(0, code);
        Assert.Matches(@"PROXY_LOCAL_KIND +ollama \(from environment\)", output);
        Assert.Matches(@"PROXY_DEEPSEEK_HEADERS +set, not shown", output);
        Assert.Contains("would send deepseek/… to api.deepseek.com (DeepSeek)", output, StringComparison.Ordinal);
        Assert.Matches("claude-haiku +qwen3 at localhost:11434 by ChatCompletions", output);
        Assert.Contains("OLLAMA_CONTEXT_LENGTH", output, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Terminate)]
    [InlineData(Interrupt)]
    public async Task A_server_serves_until_a_signal_and_says_which_file_it_used(int signal)
    {
        await using var upstream = await TestUpstream.Answering(Samples.Answer);
        await File.WriteAllTextAsync(_home.File(".claude-code-proxy"), $"PORT={FreePort.Find()}\nOPENAI_BASE_URL={upstream.BaseUrl}\n");
        using var program = ProxyProgram.Start(_home, "-s");
        using var client = CheckedResponses.Client(await program.Listening());

        using var answer = await client.PostAsync("/v1/messages", new StringContent(Samples.Request));
        program.Signal(signal);

        Assert.True(answer.IsSuccessStatusCode);
        Assert.Equal(0, await program.Ended());
        Assert.Contains(_home.File(".claude-code-proxy"), program.Output, StringComparison.Ordinal);
        Assert.Contains("[REQ]", program.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_with_an_endless_stream_ends_after_its_own_time_to_stop_not_the_usual_one()
    {
        using var upstream = new WaitingUpstream();
        (string, string)[] environment =
            [("PORT", $"{FreePort.Find()}"), ("OPENAI_BASE_URL", $"{upstream.BaseUrl}"), ("PROXY_SHUTDOWN_TIMEOUT", "1")];
        using var program = ProxyProgram.Start(_home, "serve", environment);
        using var client = await StreamingClient.Ask(await program.Listening(), StreamingClient.Message(Samples.StreamedRequest));
        await client.ReadUntil("content_block_delta");

        var clock = Stopwatch.StartNew();
        program.Signal(Terminate);

        Assert.Equal(0, await program.Ended());
        Assert.InRange(clock.Elapsed.TotalSeconds, 0.9, 7.5);
        await client.ReadUntil("overloaded_error");
    }

    [Fact]
    public async Task A_server_ends_with_the_terminal_it_was_started_in()
    {
        using var program = ProxyProgram.StartInTerminal(_home, "serve", ("PORT", $"{FreePort.Find()}"), ("OPENAI_BASE_URL", "http://localhost:9"));
        var address = await program.Listening();
        using var client = await RawClient.Connect(address);

        program.Signal(Kill);

        Assert.Empty(await client.Read());
    }

    [Theory]
    [InlineData("0", "model=after")]
    [InlineData("1", "model=after")]
    public async Task Another_configuration_counts_at_a_signal_or_when_its_file_has_changed(string interval, string line)
    {
        await using var upstream = await TestUpstream.Answering(Samples.Answer);
        var file = _home.File(".claude-code-proxy");
        await File.WriteAllTextAsync(file, "ANTHROPIC_DEFAULT_OPUS_MODEL=before\n");
        (string, string)[] environment =
            [("PORT", $"{FreePort.Find()}"), ("OPENAI_BASE_URL", $"{upstream.BaseUrl}"), ("PROXY_WATCH_INTERVAL", interval)];
        using var program = ProxyProgram.Start(_home, "-s", environment);
        using var client = CheckedResponses.Client(await program.Listening());
        (await client.PostAsync("/v1/messages", new StringContent(Samples.Request))).Dispose();

        await File.WriteAllTextAsync(file, "ANTHROPIC_DEFAULT_OPUS_MODEL=after\n");
        if (interval == "0")
            program.Signal(HangUp);
        await program.Says("reloaded: ANTHROPIC_DEFAULT_OPUS_MODEL changed");
        (await client.PostAsync("/v1/messages", new StringContent(Samples.Request))).Dispose();
        await File.WriteAllTextAsync(file, "# first\nANTHROPIC_DEFAULT_OPUS_MODEL\n");
        program.Signal(HangUp);
        await program.Says($"not reloaded, the configuration of before counts: {file} cannot be read: line 2: ");
        (await client.PostAsync("/v1/messages", new StringContent(Samples.Request))).Dispose();
        program.Signal(Terminate);

        Assert.Equal(0, await program.Ended());
        Assert.Equal((1, 2), (Count("model=before"), Count(line)));

        int Count(string text) => program.Output.Split(text).Length - 1;
    }

    [Fact]
    public async Task Health_asks_the_configured_port()
    {
        await using var upstream = await TestUpstream.Answering(Samples.Answer);
        (string, string)[] environment = [("PORT", $"{FreePort.Find()}"), ("OPENAI_BASE_URL", $"{upstream.BaseUrl}")];
        var (before, _) = await ProxyProgram.Run(_home, "health", environment);
        using var program = ProxyProgram.Start(_home, "serve", environment);
        await program.Listening();

        var (during, _) = await ProxyProgram.Run(_home, "health", environment);
        var (elsewhere, _) = await ProxyProgram.Run(_home, "health", ("PORT", $"{FreePort.Find()}"));

        Assert.Equal((1, 0, 1), (before, during, elsewhere));
    }

    [Fact]
    public async Task Health_is_not_taken_in_by_another_server_on_the_port()
    {
        await using var other = await TestUpstream.Answering("""{"status":"ok"}""");

        var (code, _) = await ProxyProgram.Run(_home, "health", ("PORT", $"{other.BaseUrl.Port}"));

        Assert.Equal(1, code);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_a_failure_that_names_it()
    {
        using var holder = new TcpListener(System.Net.IPAddress.Loopback, 0);
        holder.Start();
        var port = $"{((System.Net.IPEndPoint)holder.LocalEndpoint).Port}";

        var (code, output) = await ProxyProgram.Run(_home, "serve", ("PORT", port), ("OPENAI_API_KEY", "k"));

        Assert.Equal(1, code);
        Assert.Contains(port, output, StringComparison.Ordinal);
    }
}
