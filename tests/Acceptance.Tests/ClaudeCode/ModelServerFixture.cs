using Acceptance.Tests.LlamaServer;

namespace Acceptance.Tests.ClaudeCode;

/// <summary>A real llama-server with a scripted model, and one proxy before it. What its conversations have in common it reads only once.</summary>
public sealed class ModelServerFixture : IDisposable
{
    internal const string Text = "Hello, I am a scripted model.";

    internal const string LongText = "This sentence goes on and on, well past the few tokens that its reader was ready to pay for.";

    internal const string AfterTool = "The work is done.";

    /// <summary>Said when no script is asked for, as in Claude Code's own requests for a summary.</summary>
    internal const string Otherwise = "<summary>Pray continue.</summary>";

    internal const int ContextTokens = 81_920;

    private ScriptedServer? _model;
    private ClaudeCodeScene? _scene;
    private ClaudeCodeSession? _session;

    private static Dictionary<string, string> Scripts => new()
    {
        ["otherwise"] = Otherwise,
        ["text"] = Text,
        ["long"] = LongText,
        ["bash"] = Call("Bash", """{"command": "printf 'made by Bash' > by-bash.txt", "description": "Create the file"}"""),
        ["write"] = Call("Write", """{"file_path": "by-write.txt", "content": "made by Write"}"""),
        ["two"] = Call("Bash", """{"command": "printf 1 > one.txt", "description": "Create one"}""")
            + "\n"
            + Call("Bash", """{"command": "echo 2 > two.txt", "description": "And another"}"""),
        ["think"] = "<think>\nBetter to look first.\n</think>\n" + Call("Bash", """{"command": "date > thought-about.txt", "description": "Look"}"""),
        ["after-tool"] = AfterTool,
    };

    /// <summary>
    /// Always in the same folder, whose path stands early in every prompt: elsewhere the server would read everything after it again.
    /// </summary>
    internal async Task<ClaudeCodeSession> BeginAsync()
    {
        Requirement.Root();
        Requirement.Program("debootstrap", "debootstrap");
        Requirement.ProxyBinary();
        _model ??= await ScriptedServer.StartAsync(Scripts, ContextTokens);
        _scene ??= await ClaudeCodeScene.StartAsync(new Dictionary<string, string> { ["OPENAI_BASE_URL"] = new Uri(_model.Url, "/v1").ToString() });
        return _session ??= _scene.NewSession();
    }

    public void Dispose()
    {
        _scene?.Dispose();
        _model?.Dispose();
    }

    private static string Call(string tool, string arguments) => $$"""
        <tool_call>
        {"name": "{{tool}}", "arguments": {{arguments}}}
        </tool_call>
        """.ReplaceLineEndings("\n");
}
