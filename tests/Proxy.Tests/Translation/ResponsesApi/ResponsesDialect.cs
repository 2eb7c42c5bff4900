using System.Text.Json;
using ClaudeCodeProxy.Providers;

namespace Proxy.Tests.Translation.ResponsesApi;

/// <summary>The Responses API.</summary>
internal sealed class ResponsesDialect : UpstreamDialect
{
    public override Api Api => Api.Responses;

    public override string Path => "/v1/responses";

    public override int Exchanges => 24;

    public override ResponseContent Said(Recording recording)
    {
        var reader = new ResponsesContent();
        if (!recording.Stream)
        {
            reader.TakeWhole(JsonDocument.Parse(recording.Body).RootElement);
            return reader.ToContent();
        }

        foreach (var line in recording.Body.Split('\n').Where(line => line.StartsWith("data: {", StringComparison.Ordinal)))
            reader.TakeEvent(JsonDocument.Parse(line["data: ".Length..]).RootElement);
        return reader.ToContent();
    }
}
