using System.Diagnostics;
using Proxy.Tests.Server;

namespace Proxy.Tests.Cli;

/// <summary>The proxy starts, and the process becomes Claude Code, which a script stands in for here.</summary>
public sealed class RunCommandTests : IDisposable
{
    private readonly TemporaryFolder _home = new();
    private readonly (string, string)[] _environment;

    public RunCommandTests() => _environment =
    [
        ("PORT", $"{FreePort.Find()}"), ("PATH", $"{_home.File("bin")}:{Environment.GetEnvironmentVariable("PATH")}"),
        ("OPENAI_API_KEY", "k"), ("ANTHROPIC_API_KEY", "client-secret"), ("CLAUDE_CODE_MAX_OUTPUT_TOKENS", "77"),
    ];

    public void Dispose() => _home.Dispose();

    [Theory]
    [InlineData("run -p --model opus")]
    [InlineData("run -- -p --model opus")]
    [InlineData("-s run -p --model opus")]
    public async Task It_becomes_Claude_Code_with_its_settings_and_exit_code(string line)
    {
        WriteClient("#!/bin/sh\nenv\nfor word; do echo \"word $word\"; done\nexit 7\n");

        var (code, output) = await ProxyProgram.Run(_home, line, _environment);
        var (status, _) = await ProxyProgram.Run(_home, "status", _environment);
        await ProxyProgram.Run(_home, "stop", _environment);

        Assert.Equal((7, 0), (code, status));
        var lines = output.Split(Environment.NewLine);
        Assert.Equal(["word -p", "word --model", "word opus"], lines.Where(text => text.StartsWith("word", StringComparison.Ordinal)));
        Assert.Contains($"ANTHROPIC_BASE_URL=http://127.0.0.1:{_environment[0].Item2}", lines);
        Assert.Contains("ANTHROPIC_AUTH_TOKEN=client-secret", lines);
        Assert.Contains("CLAUDE_CODE_MAX_OUTPUT_TOKENS=77", lines);
        Assert.Contains("CLAUDE_CODE_ENABLE_GATEWAY_MODEL_DISCOVERY=1", lines);
        Assert.DoesNotContain(lines, text => text.StartsWith("ANTHROPIC_API_KEY=", StringComparison.Ordinal));
        Assert.DoesNotContain("Proxy started", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_named_ccp_gives_all_words_to_Claude_Code()
    {
        WriteClient("#!/bin/sh\nfor word; do echo \"word $word\"; done\n");
        File.CreateSymbolicLink(_home.File("ccp"), ProxyProgram.File);
        var start = new ProcessStartInfo(_home.File("ccp"), ["help", "--debug", "a b"]) { RedirectStandardOutput = true };
        start.Environment["HOME"] = _home.Path;
        foreach (var (name, value) in _environment)
            start.Environment[name] = value;

        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        await ProxyProgram.Run(_home, "stop", _environment);

        Assert.Equal((0, "word help\nword --debug\nword a b\n"), (process.ExitCode, output));
    }

    [Fact]
    public async Task A_proxy_that_answers_is_not_started_again()
    {
        WriteClient("#!/bin/sh\necho here\n");
        using var proxy = ProxyProgram.Start(_home, "serve", _environment);
        await proxy.Listening();

        var (code, output) = await ProxyProgram.Run(_home, "run", _environment);
        var (status, _) = await ProxyProgram.Run(_home, "status", _environment);

        Assert.Equal((0, "here", 1), (code, output.Trim(), status));
    }

    [Fact]
    public async Task Without_Claude_Code_nothing_is_started()
    {
        var environment = _environment.Select(pair => pair.Item1 == "PATH" ? ("PATH", _home.Path) : pair).ToArray();

        var (code, output) = await ProxyProgram.Run(_home, "run", environment);
        var (status, _) = await ProxyProgram.Run(_home, "status", environment);

        Assert.Equal((1, 1), (code, status));
        Assert.Contains("claude is in no folder of PATH", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_proxy_that_does_not_come_up_is_said_with_its_log()
    {
        WriteClient("#!/bin/sh\necho here\n");
        await using var other = await TestUpstream.Answering("{}");
        var environment = _environment.Select(pair => pair.Item1 == "PORT" ? ("PORT", $"{other.BaseUrl.Port}") : pair).ToArray();

        var (code, output) = await ProxyProgram.Run(_home, "run", environment);

        Assert.Equal(1, code);
        Assert.Contains("the proxy did not come up. See ", output, StringComparison.Ordinal);
        Assert.DoesNotContain("here", output, StringComparison.Ordinal);
    }

    private void WriteClient(string script)
    {
        Directory.CreateDirectory(_home.File("bin"));
        var file = Path.Combine(_home.File("bin"), "claude");
        File.WriteAllText(file, script);
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }
}
