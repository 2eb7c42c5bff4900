using Tests.Shared.Architecture;

namespace Proxy.Tests.Architecture;

/// <summary>The layers of the proxy. The order is held by a test, and the table in docs/architecture.md is this list.</summary>
internal static class ProxyLayers
{
    public static LayerOrder Order { get; } = new("proxy",
    [
        [new(".", "Where the program starts.")],
        [new("Cli", "The commands of the program, and the process that they run in.")],
        [
            new("Cli/Processes", "Processes of this machine: started in the background, found again, and what they may open."),
            new("Cli/Reloading", "The configuration is read again while the proxy serves."),
        ],
        [new("Server", "Kestrel, and which endpoint a request goes to.")],
        [
            new("Server/Endpoints", "What the proxy does for each path: translate or pass through, ask the upstream, respond."),
            new("Server/Transport", "Kestrel's connections: sockets that read and write in large pieces."),
        ],
        [new("Server/Retrying", "The attempts at a request: after which wait, with which key, of which model.")],
        [new("Server/Relaying", "An upstream's event stream on its way to the client, with pings while it is silent.")],
        [new("Server/Exchanges", "One request of a client: its body, lifetime, response and line in the log.")],
        [new("Server/Metrics", "What was done, counted, for Prometheus.")],
        [
            new("Upstream", "The HTTP client that upstreams are asked with: addresses, keys, connections."),
            new("Translation", "From Anthropic's API to those of upstreams and back, without I/O."),
        ],
        [
            new("Translation/Chat", "OpenAI's chat completions: requests are written, responses read."),
            new("Translation/ResponsesApi", "OpenAI's Responses API: requests are written, responses read."),
            new("Translation/Messages", "Anthropic's own API as upstream: the request is passed through with few changes."),
        ],
        [new("Translation/Refusals", "What an upstream refused of a request, and what that shows of its model.")],
        [
            new("Translation/Requests", "What the requests of both of OpenAI's APIs have in common: conversation, tools, options, and what is lost."),
            new("Translation/Responses", "A response of any upstream while it comes, as content blocks of Anthropic's."),
        ],
        [new("Translation/Checks", "The check of a response's tool calls that a client asked for, and what a model is asked about them.")],
        [
            new("Translation/Content", "Content blocks as text or as parts of a message."),
            new("Translation/Errors", "An upstream's error as one of Anthropic's, without anything secret."),
            new("Translation/Tokens", "Estimates of tokens, and whether an upstream read less than it was sent."),
            new("Translation/Tools", "Names and ids of tool calls, which differ on either side."),
        ],
        [new("Upstream/Http", "HTTP/1.1 as a client speaks it: connections, requests, what a response may be.")],
        [new("Upstream/Health", "How an upstream does: circuit breaker, budget of retries, keys that rest.")],
        [new("Routing", "Which upstream, model and API a client's model name leads to.")],
        [new("Configuration", "All options of the proxy, checked and read once.")],
        [new("Configuration/Upstreams", "The options of each upstream.")],
        [new("Configuration/Sources", "Variables and where their values come from: environment, files, secrets.")],
        [new("Providers/Models", "What is known of models by their names, as one table.")],
        [new("Providers", "What is particular to a provider or model, as data: kinds, dialects, efforts, limits.")],
        [new("Providers/Schemas", "JSON schemas in the subset that a provider takes.")],
        [new("Anthropic/Conversations", "What a conversation changes on its way: compactions, tools, efforts, instructions for one turn.")],
        [
            new("Anthropic/Requests", "Anthropic's wire: requests are read."),
            new("Anthropic/Responses", "Anthropic's wire: messages and events are written."),
            new("Anthropic/Models", "Anthropic's wire: lists of models are written."),
            new("OpenAI", "OpenAI's wire: responses and events are read."),
        ],
        [
            new("Anthropic/ClientTools", "The tools that Anthropic defines and clients carry out, as any model is told of them."),
            new("Anthropic/Errors", "Anthropic's wire: errors."),
            new("Sse", "Server-sent events are read."),
        ],
        [new("Safeguards", "What is thought of a tool call before a client carries it out.")],
        [new("Safeguards/Tools", "What is thought of a call by its tool: shells, files, addresses, tools of servers; and the user's own rules.")],
        [
            new("Safeguards/Flags", "What is plainly dangerous."),
            new("Safeguards/Harmless", "Shell texts of which every part is understood, and does no harm."),
        ],
        [new("Safeguards/Harmless/Programs", "Programs that only read, or edit files, with the options for which that is so.")],
        [new("Safeguards/Harmless/Values", "What words and variables hold, and which files may be read and written.")],
        [new("Safeguards/Harmless/Texts", "The part of the shell language that all shells and our parser read alike.")],
        [new("Safeguards/Facts", "A call, the place where it runs, and a verdict on it.")],
        [new("Compression", "Content codings of HTTP are undone: gzip, deflate and brotli.")],
        [new("Json", "JSON in UTF-8, read and written in place.")],
    ]);
}
