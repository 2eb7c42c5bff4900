namespace Proxy.Tests.Server.UpstreamFaults;

/// <summary>Streams that HTTP delivers as they are: how their events are written, and how they end.</summary>
internal static class EventFaults
{
    private const string Done = "data: [DONE]\n\n";
    private const string Finish = """data: {"id":"c1","choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}""" + "\n\n";
    private const string Usage = """data: {"id":"c1","choices":[],"usage":{"prompt_tokens":12,"completion_tokens":3,"total_tokens":15}}""" + "\n\n";
    private const string Words = Samples.FirstChunk + Samples.SecondChunk;

    public static IEnumerable<Fault> All =>
    [
        Whole("lines end in CRLF", (Words + Samples.LastChunks).Replace("\n", "\r\n", StringComparison.Ordinal)),
        Whole("lines end in CR", (Words + Samples.LastChunks).Replace('\n', '\r')),
        Whole("a byte order mark", "\u00ef\u00bb\u00bf" + Words + Samples.LastChunks),
        Whole("comments and fields between", ": hello\n\n" + Samples.FirstChunk + "event: x\nid: 1\nretry: 5\n\n: and\n" + Samples.SecondChunk
            + Samples.LastChunks),
        Whole("no [DONE]", Words + Finish + Usage),
        Whole("no [DONE] and no usage", Words + Finish),
        Whole("no blank line at the end", Words + Finish + Usage + "data: [DONE]"),
        Whole("data after [DONE]", Words + Finish + Usage + Done + Words),
        Whole("empty choices between", Samples.FirstChunk + Usage + Samples.SecondChunk + Finish + Usage + Done),
        Whole("deltas without id and index", (Words + Finish).Replace("\"id\":\"c1\",", "", StringComparison.Ordinal)
            .Replace("\"index\":0,", "", StringComparison.Ordinal) + Done),
        Whole("two finish reasons", Words + Finish + Finish + Done),
        Broken("no finish and no [DONE]", Words),
        Broken("a finish that never comes whole", Words + Finish[..^8]),
        Broken("an event that is no JSON", Words + "data: <html>\n\n" + Finish + Done),
        Broken("an event that is cut JSON", Words + "data: {\"choices\":[{\"index\":0,\n\n" + Finish + Done),
        Broken("an error event", Words + "data: {\"error\":{\"message\":\"no\",\"type\":\"server_error\"}}\n\n" + Done),
        Broken("an error as finish reason", Words + Finish.Replace("stop", "error", StringComparison.Ordinal) + Done),
        Broken("an event of 20 MB", Words + "data: " + new string('x', 20_000_000) + "\n\n" + Finish + Done),
        Broken("a line of 20 MB that is no event", Words + new string('x', 20_000_000) + "\n\n" + Finish + Done),
    ];

    private static Fault Whole(string how, string events) => Stream(how, Outcome.Whole, events);

    private static Fault Broken(string how, string events) => Stream(how, Outcome.Broken, events);

    private static Fault Stream(string how, Outcome outcome, string events)
    {
        Func<Scene, Task> play = scene => scene.Says(scene.Chunked + Scene.Chunk(events) + "0\r\n\r\n");
        return new Fault($"events: {how}", outcome, play) { Streamed = [true], Connection = ConnectionFate.Open };
    }
}
