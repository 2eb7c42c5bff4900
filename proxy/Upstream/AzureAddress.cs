using ClaudeCodeProxy.Configuration.Sources;
using ClaudeCodeProxy.Configuration.Upstreams;
using ClaudeCodeProxy.OpenAI;
using ClaudeCodeProxy.Providers;
using ClaudeCodeProxy.Routing;

namespace ClaudeCodeProxy.Upstream;

/// <summary>
/// Builds Azure OpenAI's URLs: by deployment (the model's name unless the base URL names one), or by <c>/openai/v1</c>, which takes the model from
/// the request as OpenAI does.
/// </summary>
internal static class AzureAddress
{
    private const string Root = "/openai";
    private const string Version1 = "/openai/v1";
    private const string Deployments = "/openai/deployments/";
    private const string Responses = "/responses";

    public static string Build(UpstreamOptions upstream, Route route)
    {
        var url = upstream.BaseUrl.AbsoluteUri.TrimEnd('/');
        var version = upstream.ApiVersion is { } configured ? Query(configured) : "";
        if (url.EndsWith(Version1, StringComparison.Ordinal))
            return url + (route.Api == Api.Responses ? Responses : ChatCompletions.Path) + version;
        var deployments = url.IndexOf(Deployments, StringComparison.Ordinal);
        var resource = deployments >= 0 ? url[..deployments] : url.EndsWith(Root, StringComparison.Ordinal) ? url[..^Root.Length] : url;
        // Responses belong to no deployment, and have a dated path only where a version is asked for.
        if (route.Api == Api.Responses)
            return resource + (version.Length > 0 ? Root : Version1) + Responses + version;
        var deployment = deployments >= 0 ? url : resource + Deployments + Uri.EscapeDataString(route.UpstreamModel);
        return deployment + ChatCompletions.Path + Query(upstream.ApiVersion ?? Variable.UpstreamApiVersion.Default);
    }

    private static string Query(string version) => "?api-version=" + Uri.EscapeDataString(version);
}
