using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Acceptance.Tests.ClaudeCode.Upstream;

/// <summary>What the upstream does with one request.</summary>
internal abstract record Reply
{
    public abstract Task WriteAsync(HttpContext context, JsonElement request);
}
