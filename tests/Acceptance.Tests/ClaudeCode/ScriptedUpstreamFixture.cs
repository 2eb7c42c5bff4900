using Acceptance.Tests.ClaudeCode.Upstream;

namespace Acceptance.Tests.ClaudeCode;

/// <summary>One scripted upstream and one proxy before it, for all tests of the collection, which run one after the other.</summary>
public sealed class ScriptedUpstreamFixture : IAsyncLifetime
{
    public const string Collection = "Claude Code before a scripted upstream";

    /// <summary>What clients of the second proxy must send; composed so that no file holds anything that looks like a key.</summary>
    internal static readonly string ClientKey = string.Concat("client-", Guid.NewGuid().ToString("N"));

    private ClaudeCodeScene? _open;
    private ClaudeCodeScene? _locked;

    internal ScriptedUpstream Upstream { get; private set; } = null!;

    public async Task InitializeAsync() => Upstream = await ScriptedUpstream.StartAsync();

    /// <summary>A conversation whose every request the script answers.</summary>
    internal async Task<ClaudeCodeSession> BeginAsync(Func<ChatRequest, Reply> script) => Begin(_open ??= await StartAsync([]), script);

    /// <summary>The same through a proxy that asks its clients for <see cref="ClientKey"/>.</summary>
    internal async Task<ClaudeCodeSession> BeginLockedAsync(Func<ChatRequest, Reply> script) =>
        Begin(_locked ??= await StartAsync(new Dictionary<string, string> { ["ANTHROPIC_API_KEY"] = ClientKey }), script);

    public async Task DisposeAsync()
    {
        _open?.Dispose();
        _locked?.Dispose();
        await Upstream.DisposeAsync();
        Assert.Empty(Upstream.Refused);
    }

    private ClaudeCodeSession Begin(ClaudeCodeScene scene, Func<ChatRequest, Reply> script)
    {
        Upstream.Play(script);
        return scene.NewSession();
    }

    private Task<ClaudeCodeScene> StartAsync(Dictionary<string, string> settings)
    {
        Requirement.ProxyBinary();
        return ClaudeCodeScene.StartAsync(new Dictionary<string, string>(settings)
        {
            ["OPENAI_BASE_URL"] = Upstream.Url.ToString(),
            ["ANTHROPIC_DEFAULT_OPUS_MODEL"] = "scripted-opus",
            ["ANTHROPIC_DEFAULT_SONNET_MODEL"] = "scripted-sonnet",
            ["ANTHROPIC_DEFAULT_HAIKU_MODEL"] = "scripted-haiku",
        });
    }
}

/// <summary>Names the collection to xunit.</summary>
[CollectionDefinition(ScriptedUpstreamFixture.Collection)]
public sealed class ScriptedUpstreamTests : ICollectionFixture<ScriptedUpstreamFixture>;
