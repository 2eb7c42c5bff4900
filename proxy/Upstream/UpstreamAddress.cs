using ClaudeCodeProxy.Configuration.Upstreams;
using ClaudeCodeProxy.OpenAI;
using ClaudeCodeProxy.Providers;
using ClaudeCodeProxy.Routing;

namespace ClaudeCodeProxy.Upstream;

/// <summary>Knows at which URL an upstream takes a model's requests.</summary>
internal sealed class UpstreamAddress
{
    private readonly UpstreamOptions _options;
    private readonly string _root;
    private readonly Uri[] _urls;

    public UpstreamAddress(UpstreamOptions options)
    {
        _options = options;
        _root = options.BaseUrl.AbsoluteUri.TrimEnd('/');
        _urls = [new Uri(Url(Api.ChatCompletions)), new Uri(Url(Api.Responses)), new Uri(Url(Api.Messages))];
    }

    public Uri Find(Route route, string subPath = "")
    {
        if (_options.Provider == Provider.Azure && route.Api != Api.Messages)
            return new Uri(AzureAddress.Build(_options, route));
        return subPath.Length == 0 ? _urls[(int)route.Api] : new Uri(Url(route.Api) + subPath);
    }

    private string Url(Api api) => api switch
    {
        Api.Responses => _root + "/responses",
        // Anthropic's own clients append the version; base URLs of other protocols end with it.
        Api.Messages => (_root.EndsWith("/v1", StringComparison.Ordinal) ? _root : _root + "/v1") + "/messages",
        _ => _root + ChatCompletions.Path,
    };
}
