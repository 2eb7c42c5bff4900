using System.Text.Json;
using ClaudeCodeProxy.Providers;

namespace Proxy.Tests.Translation;

/// <summary>Chat completions.</summary>
internal sealed class ChatDialect : UpstreamDialect
{
    public override Api Api => Api.ChatCompletions;

    public override string Path => "/v1/chat/completions";

    public override int Exchanges => 106;

    public override ResponseContent Said(Recording recording)
    {
        var reader = new ChatContent();
        foreach (var part in Parts(recording))
            reader.Take(JsonDocument.Parse(part).RootElement);
        return reader.ToContent();
    }

    private static IEnumerable<string> Parts(Recording recording) => recording.Stream
        ? recording.Body.Split('\n').Where(line => line.StartsWith("data: {", StringComparison.Ordinal)).Select(line => line["data: ".Length..])
        : [recording.Body];
}
