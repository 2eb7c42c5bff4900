using Acceptance.Tests.LlamaServer;

namespace Acceptance.Tests.ClaudeCode;

/// <summary>
/// A real llama-server with a scripted model, and a proxy before it for each version of Claude Code; all tests of the collection share them.
/// </summary>
public sealed class ModelServerFixture : IDisposable
{
    public const string Collection = "Claude Code before a model server";

    internal const string Text = "Hello, I am a scripted model.";

    internal const string LongText = "This sentence goes on and on, well past the few tokens that its reader was ready to pay for.";

    internal const string Report = "Nobody is at home, says the helper.";

    internal const string AfterTool = "The work is done.";

    /// <summary>Said when no script is asked for, as in Claude Code's own requests for a summary.</summary>
    internal const string Otherwise = "<summary>Pray continue.</summary>";

    internal const int ContextTokens = 81_920;

    private readonly Dictionary<ClaudeCodeVersion, ModelServerScene> _scenes = [];
    private ScriptedServer? _model;

    private static Dictionary<string, string> Scripts => new()
    {
        ["otherwise"] = Otherwise,
        ["text"] = Text,
        ["long"] = LongText,
        ["bash"] = Call("Bash", """{"command": "printf 'made by Bash' | tee by-bash.txt", "description": "Create the file"}"""),
        ["read"] = Call("Read", """{"file_path": "notes.txt"}"""),
        ["edit"] = Call("Edit", """{"file_path": "notes.txt", "old_string": "dull (SCRIPT:edit )", "new_string": "splendid"}"""),
        ["agent"] = Call(
            "Agent",
            """{"description": "Ask around", "prompt": "Report. SCRIPT:report", "subagent_type": "general-purpose", "run_in_background": false}"""),
        ["report"] = Report,
        ["write"] = Call("Write", """{"file_path": "by-write.txt", "content": "made by Write"}"""),
        ["two"] = Call("Bash", """{"command": "printf first | tee one.txt", "description": "Create one"}""")
            + "\n"
            + Call("Bash", """{"command": "echo second | tee two.txt", "description": "And another"}"""),
        ["think"] = "<think>\nBetter to look first.\n</think>\n" + Call("Bash", """{"command": "date > thought-about.txt", "description": "Look"}"""),
        ["after-tool"] = AfterTool,
    };

    internal async Task<ClaudeCodeSession> BeginAsync() => (await SceneAsync(ClaudeCodeVersion.Pinned)).Session;

    internal async Task<ModelServerScene> SceneAsync(ClaudeCodeVersion version)
    {
        Requirement.Root();
        Requirement.Program("debootstrap", "debootstrap");
        Requirement.ProxyBinary();
        _model ??= await ScriptedServer.StartAsync(Scripts, ContextTokens);
        if (!_scenes.TryGetValue(version, out var scene))
            _scenes[version] = scene = await StartAsync(version, new Uri(_model.Url, "/v1"));
        return scene;
    }

    public void Dispose()
    {
        foreach (var scene in _scenes.Values)
            scene.Dispose();
        _model?.Dispose();
    }

    private static async Task<ModelServerScene> StartAsync(ClaudeCodeVersion version, Uri upstream)
    {
        var claude = await ClaudeCodeTool.GetAsync(version);
        var scene = await ClaudeCodeScene.StartAsync(new Dictionary<string, string> { ["OPENAI_BASE_URL"] = upstream.ToString() }, claude);
        return new ModelServerScene(scene, scene.NewSession(), claude.Note);
    }

    private static string Call(string tool, string arguments) => $$"""
        <tool_call>
        {"name": "{{tool}}", "arguments": {{arguments}}}
        </tool_call>
        """.ReplaceLineEndings("\n");
}

/// <summary>Names the collection to xunit.</summary>
[CollectionDefinition(ModelServerFixture.Collection)]
public sealed class ModelServerSessions : ICollectionFixture<ModelServerFixture>;
