using Microsoft.AspNetCore.Http;

namespace Proxy.Tests.Server;

/// <summary>How a test upstream sends events: each write leaves at once.</summary>
internal static class UpstreamEvents
{
    public static async Task Send(HttpContext context, string events)
    {
        if (!context.Response.HasStarted)
            context.Response.ContentType = "text/event-stream";
        await context.Response.WriteAsync(events);
        await context.Response.Body.FlushAsync();
    }
}
