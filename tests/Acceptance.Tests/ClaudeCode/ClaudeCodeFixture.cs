using System.Collections.Immutable;
using Acceptance.Tests.LlamaServer;
using ContainerSecurity.Tools;

namespace Acceptance.Tests.ClaudeCode;

/// <summary>Claude Code, the proxy and a scripted model server, wired together in a temporary folder with a home of its own.</summary>
public sealed class ClaudeCodeFixture : IDisposable
{
    internal const string FinalAnswer = "The file is there now.";

    /// <summary>Two turns took 24 s on two cores; most of it is the model server reading 45,000 tokens twice.</summary>
    private static readonly TimeSpan AskLimit = TimeSpan.FromMinutes(4);

    private readonly string _folder = Directory.CreateTempSubdirectory("claude-code-").FullName;
    private ScriptedServer? _model;
    private ServerProcess? _proxy;
    private string? _claude;
    private int _port;

    internal string BashFile => Path.Combine(_folder, "work", "by-bash.txt");

    internal string WriteFile => Path.Combine(_folder, "work", "by-write.txt");

    /// <summary>Starts everything at the first call.</summary>
    internal async Task RequireAsync()
    {
        Requirement.Root();
        Requirement.Program("debootstrap", "debootstrap");
        Requirement.ProxyBinary();
        if (_proxy is not null)
            return;

        var claude = await ClaudeCodeTool.AcquireAsync();
        Requirement.Met(claude.Path is not null, $"Claude Code ({claude.Unavailable})");
        _claude = claude.Path;
        Directory.CreateDirectory(Path.Combine(_folder, "home"));
        Directory.CreateDirectory(Path.Combine(_folder, "work"));
        _model = await ScriptedServer.StartAsync(Scripts());
        _port = FreePort.Next();
        _proxy = ServerProcess.Start(Repository.ProxyBinary, ["serve"], new Dictionary<string, string>
        {
            ["HOME"] = Path.Combine(_folder, "home"),
            ["PORT"] = $"{_port}",
            ["OPENAI_BASE_URL"] = new Uri(_model.Url, "/v1").ToString(),
        });
        await _proxy.WaitForHealthAsync(new Uri($"http://127.0.0.1:{_port}/health"), TimeSpan.FromSeconds(10));
    }

    /// <summary>One question in print mode, with the tools allowed that the scripts call.</summary>
    internal async Task<string> AskAsync(string prompt)
    {
        var command = new ToolCommand
        {
            Executable = _claude!,
            Arguments = ["-p", prompt, "--allowedTools", "Bash,Write", "--permission-mode", "acceptEdits"],
            WorkingDirectory = Path.Combine(_folder, "work"),
            Timeout = AskLimit,
            Environment = new Dictionary<string, string?>
            {
                ["HOME"] = Path.Combine(_folder, "home"),
                ["ANTHROPIC_BASE_URL"] = $"http://127.0.0.1:{_port}",
                ["ANTHROPIC_API_KEY"] = "sk-test",
                ["CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC"] = "1",
                ["DISABLE_AUTOUPDATER"] = "1",
                ["DISABLE_TELEMETRY"] = "1",
            }.ToImmutableSortedDictionary(),
        };
        return (await new ToolRunner().RunAsync(command, CancellationToken.None)).Output;
    }

    public void Dispose()
    {
        _proxy?.Dispose();
        _model?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private Dictionary<string, string> Scripts() => new()
    {
        ["text"] = "Hello, I am a scripted model.",
        ["bash"] = Call("Bash", $$"""{"command": "printf 'made by Bash' > {{BashFile}}", "description": "Create the file"}"""),
        ["write"] = Call("Write", $$"""{"file_path": "{{WriteFile}}", "content": "made by Write"}"""),
        ["after-tool"] = FinalAnswer,
    };

    private static string Call(string tool, string arguments) => $$"""
        <tool_call>
        {"name": "{{tool}}", "arguments": {{arguments}}}
        </tool_call>
        """.ReplaceLineEndings("\n");
}
