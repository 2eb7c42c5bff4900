using ClaudeCodeProxy.Anthropic.Requests;
using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.Routing;
using ClaudeCodeProxy.Translation;
using ClaudeCodeProxy.Translation.Responses;

namespace Proxy.Tests.Translation;

/// <summary>
/// Bytes of the garbage collector's memory that one translation takes, apart from what pools take now and then. What it writes is held against the
/// schema first.
/// </summary>
internal static class CheckedAllocation
{
    private const int Rounds = 20;

    public static long OfRequest(byte[] request, Route route)
    {
        Checked.Request(MessagesRequest.Parse(request), route);
        return LeastOf(() =>
        {
            using var output = new PooledBuffer();
            RequestTranslator.Translate(MessagesRequest.Parse(request), route, output);
        });
    }

    public static long OfAnswer(byte[] answer, ResponseContext context)
    {
        Checked.Answer(answer, context);
        return LeastOf(() =>
        {
            using var output = new PooledBuffer();
            using var translator = new ResponseTranslator(context, output);
            translator.Take(answer);
            translator.Conclude();
        });
    }

    private static long LeastOf(Action exchange)
    {
        var least = long.MaxValue;
        for (var round = 0; round < Rounds; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            exchange();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
