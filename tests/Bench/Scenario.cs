using System.Text;

namespace Bench;

/// <summary>One kind of exchange: its name in the results and the HTTP request that starts it.</summary>
/// <param name="Name"><c>answer-47k</c> or <c>stream-64</c>.</param>
internal sealed record Scenario(string Name, byte[] Body)
{
    public const int Chunks = 64;

    public static readonly Scenario[] All =
    [
        new("answer-47k", ClaudeCodeRequest.Write(stream: false)),
        new("stream-64", ClaudeCodeRequest.Write(stream: true)),
    ];

    /// <summary>The whole HTTP/1.1 request, headers as Claude Code sends them.</summary>
    public byte[] Request(int port)
    {
        var head = $"""
            POST /v1/messages?beta=true HTTP/1.1
            Host: 127.0.0.1:{port}
            Content-Type: application/json
            Accept: application/json
            anthropic-version: 2023-06-01
            anthropic-beta: claude-code-20250219,interleaved-thinking-2025-05-14
            x-api-key: bench
            User-Agent: claude-cli/2.1.197 (external, cli)
            Content-Length: {Body.Length}


            """.ReplaceLineEndings("\r\n");
        return [.. Encoding.ASCII.GetBytes(head), .. Body];
    }
}
