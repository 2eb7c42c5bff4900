using Tests.Shared.Architecture;

namespace Proxy.Tests.Architecture;

/// <summary>The layers of the proxy. The order is held by a test, and the table in docs/architecture.md is this list.</summary>
internal static class ProxyLayers
{
    public static LayerOrder Order { get; } = new("proxy",
    [
        [new(".", "Where the program starts.")],
        [new("Cli", "The commands of the program.")],
        [new("Server", "Endpoints over Kestrel.")],
        [new("Upstream", "The HTTP client that upstreams are asked with.")],
        [new("Routing", "Which upstream and model a client's model name leads to.")],
        [new("Configuration", "Variables and files, checked and read once.")],
        [new("Translation", "From Anthropic's protocol to those of upstreams and back.")],
        [new("Anthropic", "Anthropic's wire: requests are read, responses written."), new("OpenAI", "OpenAI's wire: responses are read.")],
        [new("Sse", "Server-sent events.")],
        [new("Json", "UTF-8 JSON, read and written in place.")],
    ]);
}
