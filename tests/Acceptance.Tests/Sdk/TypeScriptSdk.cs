using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Acceptance.Tests.Sdk;

/// <summary>The official client for TypeScript in a Node process; its accumulator of streams is what Claude Code is built on.</summary>
internal sealed class TypeScriptSdk : ISdk, IDisposable
{
    private readonly Process _node;

    private TypeScriptSdk(Process node) => _node = node;

    /// <param name="folder">An empty folder that the package is installed into.</param>
    public static async Task<TypeScriptSdk> StartAsync(string folder)
    {
        var npm = await NpmFolder.CreateAsync(Path.Combine(AppContext.BaseDirectory, "Sdk", "TypeScript"), folder);
        var start = new ProcessStartInfo("node", [npm.PathOf("client.mjs")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        return new TypeScriptSdk(Process.Start(start)!);
    }

    public Task<JsonNode> Create(string request, SdkOptions options) => Call("create", request, options);

    public Task<JsonNode> Stream(string request, SdkOptions options, Action<string>? onText = null) => Call("stream", request, options, onText);

    public Task<JsonNode> CountTokens(string request, SdkOptions options) => Call("count", request, options);

    public Task<JsonNode> Models(int pageSize, SdkOptions options) => Call("models", $$"""{"limit":{{pageSize}}}""", options);

    public void Dispose()
    {
        _node.StandardInput.Close();
        if (!_node.WaitForExit(TimeSpan.FromSeconds(10)))
            _node.Kill();
        _node.Dispose();
    }

    private async Task<JsonNode> Call(string operation, string request, SdkOptions options, Action<string>? onText = null)
    {
        var call = new JsonObject
        {
            ["operation"] = operation,
            ["request"] = JsonNode.Parse(request),
            ["baseURL"] = options.Proxy.ToString(),
            ["apiKey"] = options.Key,
            ["maxRetries"] = options.Retries,
        };
        await _node.StandardInput.WriteLineAsync(call.ToJsonString());
        await _node.StandardInput.FlushAsync();
        while (await _node.StandardOutput.ReadLineAsync() is { } line)
        {
            var words = JsonNode.Parse(line)!;
            if (words["text"] is { } text)
                onText?.Invoke(text.GetValue<string>());
            if (words["error"] is { } error)
                throw new SdkException(error["status"]!.GetValue<int>(), error["type"]!.GetValue<string>(), $"{error["kind"]}: {error["message"]}");
            if (words["result"] is { } result)
                return result;
        }

        throw new InvalidOperationException("the Node process ended without an answer");
    }
}
