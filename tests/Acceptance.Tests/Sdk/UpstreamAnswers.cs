using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Acceptance.Tests.Sdk;

/// <summary>What an upstream says, whole or in pieces, in OpenAI's JSON.</summary>
internal static class UpstreamAnswers
{
    private const string Usage = """{"prompt_tokens":20,"completion_tokens":7,"total_tokens":27,"prompt_tokens_details":{"cached_tokens":8}}""";

    public static string Delta(string delta, string? choice = null, string finish = "null") =>
        $$"""{"id":"chatcmpl-1","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,"delta":{{delta}},"finish_reason":{{finish}}{{choice}}}]}""";

    public static Func<HttpContext, Task> Whole(string message, string finish, string? choice = null) => async context =>
    {
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(
            $$"""{"id":"chatcmpl-1","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,"message":{{message}},"finish_reason":"{{finish}}"{{choice}}}],"usage":{{Usage}}}""");
    };

    public static Func<HttpContext, Task> Stream(IEnumerable<string> deltas, string finish, string? choice = null) => async context =>
    {
        foreach (var delta in deltas)
            await Send(context, Delta(delta));
        await End(context, finish, choice);
    };

    public static async Task Send(HttpContext context, string data)
    {
        if (!context.Response.HasStarted)
            context.Response.ContentType = "text/event-stream";
        await context.Response.WriteAsync($"data: {data}\n\n");
        await context.Response.Body.FlushAsync();
    }

    public static async Task End(HttpContext context, string finish, string? choice = null)
    {
        await Send(context, Delta("{}", choice, $"\"{finish}\""));
        await Send(context, $$"""{"id":"chatcmpl-1","object":"chat.completion.chunk","created":1,"model":"m","choices":[],"usage":{{Usage}}}""");
        await Send(context, "[DONE]");
    }

    /// <summary>A message's calls in pieces: each is started, then their arguments come in turns.</summary>
    public static IEnumerable<string> Calls(params (string Id, string Name, string[] Arguments)[] calls)
    {
        for (var index = 0; index < calls.Length; index++)
        {
            yield return Piece(
                index,
                new JsonObject
                {
                    ["id"] = calls[index].Id,
                    ["type"] = "function",
                    ["function"] = new JsonObject { ["name"] = calls[index].Name, ["arguments"] = "" },
                });
        }

        for (var turn = 0; turn < calls.Max(call => call.Arguments.Length); turn++)
        {
            for (var index = 0; index < calls.Length; index++)
            {
                if (turn < calls[index].Arguments.Length)
                    yield return Piece(index, new JsonObject { ["function"] = new JsonObject { ["arguments"] = calls[index].Arguments[turn] } });
            }
        }
    }

    private static string Piece(int index, JsonObject piece)
    {
        piece["index"] = index;
        return new JsonObject { ["tool_calls"] = new JsonArray(piece) }.ToJsonString();
    }
}
