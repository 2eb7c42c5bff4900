using System.Text;
using ClaudeCodeProxy.Providers;
using ClaudeCodeProxy.Sse;
using ClaudeCodeProxy.Translation.Responses;
using Proxy.Tests.Translation.ResponsesApi;

namespace Proxy.Tests.Translation;

/// <summary>
/// One API that upstreams were recorded in: how its answers are replayed, and what they say to a reader that knows nothing of the proxy.
/// </summary>
internal abstract class UpstreamDialect
{
    public static readonly UpstreamDialect[] All = [new ChatDialect(), new ResponsesDialect()];

    public abstract Api Api { get; }

    public abstract string Path { get; }

    /// <summary>How many exchanges were recorded.</summary>
    public abstract int Exchanges { get; }

    /// <summary>Content, usage and the stop reason that follows; counts are 0 where the response has none.</summary>
    public abstract ResponseContent Said(Recording recording);

    /// <summary>What the client gets, with the upstream's bytes read in pieces of the given size.</summary>
    public string Replay(Recording recording, int readSize = int.MaxValue)
    {
        var context = Example.Context() with { Api = Api };
        var body = Encoding.UTF8.GetBytes(recording.Body);
        return recording.Stream ? Stream(body, readSize, context) : Checked.Answer(body, context);
    }

    private static string Stream(byte[] body, int readSize, ResponseContext context)
    {
        using var stream = new CheckedStream(context);
        using var parser = new SseParser();
        foreach (var read in body.Chunk(readSize))
        {
            foreach (var data in parser.Read(read))
                stream.Next(data);
        }

        foreach (var data in parser.End())
            stream.Next(data);
        stream.Finish();
        return stream.Text;
    }
}
