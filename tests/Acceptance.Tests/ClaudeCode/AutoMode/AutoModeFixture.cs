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

    private const string Judge = "scripted-judge";

    private readonly Dictionary<(ClaudeCodeVersion Version, int Timeout), ClaudeCodeScene> _scenes = [];

    private ScriptedUpstream _upstream = null!;

    /// <summary>What the agent was told of its calls, in order.</summary>
    internal IReadOnlyList<string> Results => _upstream.Requests.Last(request => request.Model != Judge).ToolResults;

    /// <summary>What the judging model was asked, whole.</summary>
    internal ImmutableArray<string> Questions =>
        [.. _upstream.Requests.Where(request => request.Model == Judge).Select(request => request.Body.GetRawText())];

    public async Task InitializeAsync() => _upstream = await ScriptedUpstream.StartAsync();

    /// <param name="timeout">Of the judging model, in seconds.</param>
    internal async Task<AutoModeSession> BeginAsync(ClaudeCodeVersion version, int timeout = 15)
    {
        Requirement.ProxyBinary();
        if (!_scenes.TryGetValue((version, timeout), out var scene))
            _scenes[(version, timeout)] = scene = await StartAsync(version, timeout);
        return new AutoModeSession(scene.NewSession());
    }

    /// <summary>The agent makes these calls, one after the other, whatever comes of them.</summary>
    /// <param name="verdict">Of the judging model, however often it is asked.</param>
    internal void Play(Reply verdict, params Call[] calls) => _upstream.Play(request =>
        request.Model == Judge ? verdict
        : request.ToolResults.Count < calls.Length ? Answer.Asks(calls[request.ToolResults.Count])
        : Answer.Says(Done));

    public async Task DisposeAsync()
    {
        foreach (var scene in _scenes.Values)
            scene.Dispose();
        await _upstream.DisposeAsync();
        Assert.Empty(_upstream.Refused);
    }

    private async Task<ClaudeCodeScene> StartAsync(ClaudeCodeVersion version, int timeout)
    {
        var settings = new Dictionary<string, string>
        {
            ["OPENAI_BASE_URL"] = _upstream.Url.ToString(),
            ["PROXY_SAFEGUARDS"] = "on",
            ["PROXY_SAFEGUARDS_MODEL"] = Judge,
            ["PROXY_SAFEGUARDS_TIMEOUT"] = $"{timeout}",
        };
        return await ClaudeCodeScene.StartAsync(settings, await ClaudeCodeTool.GetAsync(version));
    }
}

/// <summary>Names the collection to xunit.</summary>
[CollectionDefinition(AutoModeFixture.Collection)]
public sealed class AutoModeSessions : ICollectionFixture<AutoModeFixture>;
