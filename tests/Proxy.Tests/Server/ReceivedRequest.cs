using System.Text;
using Microsoft.AspNetCore.Http;

namespace Proxy.Tests.Server;

/// <summary>What the proxy sent to its upstream.</summary>
public sealed record ReceivedRequest(string Path, IReadOnlyDictionary<string, string> Headers, string Body)
{
    /// <summary>With its question mark, or empty.</summary>
    public string Query { get; private init; } = "";

    public static async Task<ReceivedRequest> Read(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body, Encoding.UTF8);
        var headers = request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        return new ReceivedRequest(request.Path, headers, await reader.ReadToEndAsync()) { Query = request.QueryString.Value ?? "" };
    }
}
