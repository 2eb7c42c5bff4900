using System.Text;
using ClaudeCodeProxy.Configuration;

namespace ClaudeCodeProxy.Server.Endpoints;

/// <summary>Responses that are the same for as long as the process runs. Those that need no key reveal nothing of the configuration.</summary>
internal static class FixedResponses
{
    public static byte[] Health(string instance) =>
        Encoding.UTF8.GetBytes($$"""{"status":"ok","version":"{{ProductVersion.Number}}","instance":"{{instance}}"}""");

    public static byte[] Root() => Encoding.UTF8.GetBytes($$$"""
        {"message":"claude-code-proxy","version":"{{{ProductVersion.Number}}}","status":"running",
        "endpoints":{"messages":"/v1/messages","count_tokens":"/v1/messages/count_tokens","models":"/v1/models","health":"/health","metrics":"/metrics"}}
        """);
}
