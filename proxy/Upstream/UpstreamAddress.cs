using ClaudeCodeProxy.Configuration;
using ClaudeCodeProxy.OpenAI;
using ClaudeCodeProxy.Translation;

namespace ClaudeCodeProxy.Upstream;

/// <summary>Knows at which URL an upstream takes a model's requests.</summary>
internal static class UpstreamAddress
{
    public static Uri Of(UpstreamOptions upstream, Route route, string subPath = "")
    {
        var root = upstream.BaseUrl.AbsoluteUri.TrimEnd('/');
        return new Uri(root + Path(route.Api) + subPath);
    }

    private static string Path(Api api) => api switch
    {
        Api.Responses => "/responses",
        Api.Messages => "/v1/messages",
        _ => ChatCompletions.Path,
    };
}
