using System.Text;
using Bench.Scenarios;

namespace Bench.Load;

/// <summary>What a client sends, and how the upstream is to answer.</summary>
/// <param name="Body">The JSON of the request.</param>
/// <param name="Chunks">Of the stream; 0 for an answer in one piece.</param>
/// <param name="Pace">Between two chunks.</param>
internal sealed record ClientRequest(byte[] Body, int Chunks = 0, TimeSpan Pace = default)
{
    public static ClientRequest Answer(int bytes = 0) => new(ClaudeCodeRequest.Write(stream: false, bytes));

    public static ClientRequest Stream(int chunks = 64, int paceMs = 0) =>
        new(ClaudeCodeRequest.Write(stream: true), chunks, TimeSpan.FromMilliseconds(paceMs));

    public static ClientRequest Hello() =>
        new("""{"model":"claude-opus-4-8","max_tokens":64,"messages":[{"role":"user","content":"hello"}]}"""u8.ToArray());

    /// <summary>The whole HTTP/1.1 request, headers as Claude Code sends them.</summary>
    public byte[] Message(int port)
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
