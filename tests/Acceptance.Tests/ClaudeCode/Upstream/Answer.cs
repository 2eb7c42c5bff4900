using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Acceptance.Tests.ClaudeCode.Upstream;

/// <summary>What the model says: streamed piece by piece or given whole, as the request asks.</summary>
internal sealed record Answer : Reply
{
    private const string Event = "data: ";

    public string? Thought { get; init; }

    public string? Text { get; init; }

    /// <summary>The model's own words for why it will not answer.</summary>
    public string? Refused { get; init; }

    public ImmutableArray<Call> Calls { get; init; } = [];

    public string? FinishReason { get; init; }

    /// <summary>How long nothing comes: after the headers of a stream, or before the whole of an answer.</summary>
    public TimeSpan Silence { get; init; }

    /// <summary>How the stream breaks in the middle of the last call's arguments.</summary>
    public Cut Cut { get; init; }

    public static Answer Says(string text) => new() { Text = text };

    public static Answer Asks(params Call[] calls) => new() { Calls = [.. calls] };

    public override Task WriteAsync(HttpContext context, JsonElement request) =>
        request.TryGetProperty("stream", out var stream) && stream.GetBoolean() ? StreamAsync(context) : WholeAsync(context);

    private string End => FinishReason ?? (Calls.IsEmpty ? "stop" : "tool_calls");

    private static object Usage =>
        new { prompt_tokens = 1000, completion_tokens = 20, total_tokens = 1020, prompt_tokens_details = new { cached_tokens = 600 } };

    private async Task WholeAsync(HttpContext context)
    {
        await Task.Delay(Silence, context.RequestAborted);
        object[]? calls = Calls.IsEmpty ? null : [.. Calls.Select((call, index) => Piece(call, index, call.Arguments, isFirst: true))];
        var message = new { role = "assistant", content = Text, refusal = Refused, reasoning_content = Thought, tool_calls = calls };
        await context.Response.WriteAsJsonAsync(
            new
            {
                id = "chatcmpl-1",
                @object = "chat.completion",
                created = 1,
                model = "scripted",
                choices = new[]
            {
                new { index = 0, message, finish_reason = End },
            },
                usage = Usage
            });
    }

    private async Task StreamAsync(HttpContext context)
    {
        context.Response.ContentType = "text/event-stream";
        await context.Response.Body.FlushAsync();
        await Task.Delay(Silence, context.RequestAborted);
        foreach (var delta in Deltas())
            await SendAsync(context, new[] { new { index = 0, delta, finish_reason = (string?)null } });
        if (Cut == Cut.Reset)
            context.Abort();
        if (Cut != Cut.None)
            return;

        await SendAsync(context, new[] { new { index = 0, delta = new { }, finish_reason = End } });
        await SendAsync(context, Array.Empty<object>(), Usage);
        await context.Response.WriteAsync($"{Event}[DONE]\n\n");
    }

    private IEnumerable<object> Deltas()
    {
        yield return new { role = "assistant", content = (string?)null };
        foreach (var piece in Halves(Thought))
            yield return new { reasoning_content = piece };
        foreach (var piece in Halves(Text))
            yield return new { content = piece };
        foreach (var piece in Halves(Refused))
            yield return new { refusal = piece };
        foreach (var (call, index) in Calls.Select((call, index) => (call, index)))
        {
            var half = call.Arguments.Length / 2;
            yield return new { tool_calls = new[] { Piece(call, index, call.Arguments[..half], isFirst: true) } };
            if (Cut == Cut.None || index < Calls.Length - 1)
                yield return new { tool_calls = new[] { Piece(call, index, call.Arguments[half..], isFirst: false) } };
        }
    }

    private static object Piece(Call call, int index, string arguments, bool isFirst) => isFirst
        ? new { index, id = call.Id, type = "function", function = new { name = call.Tool, arguments } }
        : new { index, function = new { arguments } };

    private static string[] Halves(string? text) => text is null ? [] : [text[..(text.Length / 2)], text[(text.Length / 2)..]];

    private static async Task SendAsync(HttpContext context, object choices, object? usage = null)
    {
        var chunk = JsonSerializer.Serialize(
            new { id = "chatcmpl-1", @object = "chat.completion.chunk", created = 1, model = "scripted", choices, usage });
        await context.Response.WriteAsync($"{Event}{chunk}\n\n", context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
    }
}

/// <summary>Ways in which a stream stops before its answer does.</summary>
internal enum Cut
{
    None,
    Ended,
    Reset,
}
