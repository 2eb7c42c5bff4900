using ClaudeCodeProxy.Configuration.Sources;
using ClaudeCodeProxy.Configuration.Upstreams;
using ClaudeCodeProxy.Providers;

namespace ClaudeCodeProxy.Configuration;

/// <summary>Advice about an upstream for the person who configures the proxy, which wrong responses would teach otherwise.</summary>
internal static class UpstreamAdvice
{
    public static IEnumerable<string> ForUpstream(UpstreamOptions upstream)
    {
        var kind = upstream.Variables.Protocol.Kind.Name;
        if (upstream.Provider == Provider.Ollama)
        {
            yield return $"{upstream.Name}: Ollama silently truncates a prompt that is longer than its context. " +
                "Claude Code begins with some 25,000 tokens: start Ollama with OLLAMA_CONTEXT_LENGTH=65536 or more.";
        }

        if (upstream.Provider == Provider.Unknown && UpstreamUrl.IsLoopback(upstream.BaseUrl))
            yield return $"{upstream.Name}: if this is Ollama, LM Studio or vLLM, say so: {kind}=ollama, lmstudio or vllm.";

        if (upstream is { Provider: Provider.Azure, ApiVersion: null }
            && !upstream.BaseUrl.AbsolutePath.EndsWith("/openai/v1", StringComparison.Ordinal))
        {
            yield return $"{upstream.Name}: api-version {Variable.UpstreamApiVersion.Default} is sent; another with " +
                $"{upstream.Variables.Protocol.ApiVersion.Name}. A model's name is its deployment's name.";
        }

        if (upstream.BaseUrl.Scheme == "http" && !UpstreamUrl.IsLoopback(upstream.BaseUrl))
            yield return $"{upstream.Name}: key and prompts travel in clear text.";
    }

    /// <summary>The default models are OpenAI's: another upstream knows them only by chance.</summary>
    public static IEnumerable<string> ForTiers(Settings settings, ProxyOptions options)
    {
        if (options.Upstream is { Provider: Provider.OpenAI } or { IsAnthropic: true })
            yield break;
        foreach (var variable in new[] { Variable.OpusModel, Variable.SonnetModel, Variable.HaikuModel })
        {
            if (settings.Find(variable) is null)
                yield return $"{variable.Name} is not set: {variable.Default} is asked for, which {options.Upstream.Name} may not have.";
        }
    }
}
