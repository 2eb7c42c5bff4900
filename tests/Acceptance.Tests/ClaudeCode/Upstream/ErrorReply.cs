using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Acceptance.Tests.ClaudeCode.Upstream;

/// <summary>Refuses the request, in OpenAI's envelope.</summary>
/// <param name="Status">200: the error comes as an event of the stream, as aggregators tell it.</param>
/// <param name="RetryAfter">Seconds, for the header of that name.</param>
internal sealed record ErrorReply(int Status, string Code, string Message, int? RetryAfter = null) : Reply
{
    /// <summary>OpenAI's words for a prompt that does not fit.</summary>
    public static ErrorReply TooLong(int tokens, int limit) => new(
        400,
        "context_length_exceeded",
        $"This model's maximum context length is {limit} tokens. However, your messages resulted in {tokens} tokens. Please reduce the length of "
        + "the messages.");

    public override Task WriteAsync(HttpContext context, JsonElement request)
    {
        var body = new { error = new { message = Message, type = "invalid_request_error", param = (string?)null, code = Code } };
        if (Status == StatusCodes.Status200OK)
        {
            context.Response.ContentType = "text/event-stream";
            return context.Response.WriteAsync($"data: {JsonSerializer.Serialize(body)}\n\n");
        }

        context.Response.StatusCode = Status;
        if (RetryAfter is { } seconds)
            context.Response.Headers.RetryAfter = $"{seconds}";
        return context.Response.WriteAsJsonAsync(body);
    }
}
