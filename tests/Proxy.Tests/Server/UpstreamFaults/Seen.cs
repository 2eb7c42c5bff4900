using System.Net;
using System.Text.Json;

namespace Proxy.Tests.Server.UpstreamFaults;

/// <summary>What a client saw. That each part of it is as Anthropic's API would send it is checked on the way.</summary>
/// <param name="Status">200 also where the answer broke off in an error event.</param>
/// <param name="ErrorType">Null for none.</param>
/// <param name="IsComplete">The answer says that it is.</param>
internal sealed record Seen(int Status, string? ErrorType, string Text, bool IsComplete)
{
    public static async Task<Seen> Ask(RunningProxy proxy, string request, Action onText)
    {
        using var answer = await proxy.Post("/v1/messages", request);
        if (answer.StatusCode != HttpStatusCode.OK)
            return new Seen((int)answer.StatusCode, await AnthropicError.TypeOf(answer, answer.StatusCode), "", false);
        return answer.Content.Headers.ContentType?.MediaType == "text/event-stream"
            ? await Read(await SentEvents.Of(answer), onText)
            : Read(JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement);
    }

    private static Seen Read(JsonElement message)
    {
        var text = string.Concat(message.GetProperty("content").EnumerateArray().Select(block => block.GetProperty("text").GetString()));
        return new Seen(200, null, text, message.GetProperty("stop_reason").ValueKind == JsonValueKind.String);
    }

    private static async Task<Seen> Read(SentEvents events, Action onText)
    {
        var seen = new Seen(200, null, "", false);
        while (await events.Next() is { } found)
        {
            if (found.Name == "content_block_delta")
            {
                seen = seen with { Text = seen.Text + found.Data.GetProperty("delta").GetProperty("text").GetString() };
                onText();
            }
            else if (found.Name == "error")
            {
                seen = seen with { ErrorType = found.Data.GetProperty("error").GetProperty("type").GetString() };
            }

            seen = seen with { IsComplete = seen.IsComplete || found.Name == "message_stop" };
        }

        return seen;
    }
}
