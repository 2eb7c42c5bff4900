using System.Collections.Immutable;
using Acceptance.Tests.ClaudeCode.Upstream;

namespace Acceptance.Tests.ClaudeCode.AutoMode;

/// <summary>
/// A scripted upstream that is both the agent's model and the model that judges calls, and a proxy for each version of Claude Code and each setting.
/// </summary>
public sealed class AutoModeFixture : IAsyncLifetime
{
    public const string Collection = "Claude Code in auto mode";

    /// <summary>What the agent says when it has made its calls.</summary>
    internal const string Done = "Nothing is left to do.";

    internal const string Judge = "scripted-judge";

    private readonly Dictionary<(ClaudeCodeVersion Version, string Mode, int Timeout), ClaudeCodeScene> _scenes = [];

    private ScriptedUpstream _upstream = null!;

    /// <summary>What the agent was told of its calls, in order.</summary>
    internal IReadOnlyList<string> Results => _upstream.Requests.Last(request => request.IsStream).ToolResults;

    /// <summary>What a judging model was asked, whole: by the proxy or by Claude Code itself, of which neither has it streamed.</summary>
    internal ImmutableArray<string> Questions =>
        [.. _upstream.Requests.Where(request => !request.IsStream).Select(request => request.Body.GetRawText())];

    public async Task InitializeAsync() => _upstream = await ScriptedUpstream.StartAsync();

    /// <param name="mode">Of <c>PROXY_SAFEGUARDS</c>.</param>
    /// <param name="timeout">Of the judging model, in seconds.</param>
    internal async Task<AutoModeSession> BeginAsync(ClaudeCodeVersion version, string mode = "on", int timeout = 15)
    {
        Requirement.ProxyBinary();
        if (!_scenes.TryGetValue((version, mode, timeout), out var scene))
            _scenes[(version, mode, timeout)] = scene = await StartAsync(version, mode, timeout);
        return new AutoModeSession(scene.NewSession());
    }

    /// <summary>The agent makes these calls, one after the other, whatever comes of them.</summary>
    /// <param name="verdict">Of whatever model is asked to judge, however often.</param>
    internal void Play(Reply verdict, params Call[] calls) => _upstream.Play(request =>
        !request.IsStream ? verdict
        : request.ToolResults.Count < calls.Length ? Answer.Asks(calls[request.ToolResults.Count])
        : Answer.Says(Done));

    public async Task DisposeAsync()
    {
        foreach (var scene in _scenes.Values)
            scene.Dispose();
        await _upstream.DisposeAsync();
        Assert.Empty(_upstream.Refused);
    }

    private async Task<ClaudeCodeScene> StartAsync(ClaudeCodeVersion version, string mode, int timeout)
    {
        var settings = new Dictionary<string, string>
        {
            ["OPENAI_BASE_URL"] = _upstream.Url.ToString(),
            ["PROXY_SAFEGUARDS"] = mode,
            ["PROXY_SAFEGUARDS_MODEL"] = Judge,
            ["PROXY_SAFEGUARDS_TIMEOUT"] = $"{timeout}",
        };
        return await ClaudeCodeScene.StartAsync(settings, await ClaudeCodeTool.GetAsync(version));
    }
}

/// <summary>Names the collection to xunit.</summary>
[CollectionDefinition(AutoModeFixture.Collection)]
public sealed class AutoModeSessions : ICollectionFixture<AutoModeFixture>;
