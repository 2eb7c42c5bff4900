namespace Proxy.Tests.Server.UpstreamFaults;

/// <summary>Connections that end, or fall silent, at every point of an exchange.</summary>
internal static class ConnectionFaults
{
    private const string Status = "HTTP/1.1 200 OK\r\n";

    private const string HalfHead = Status + "Content-Type: text/event-str";

    public static IEnumerable<Fault> All =>
    [
        Broken("closed before the request is read", scene => Task.CompletedTask.Then(scene.Close)),
        Broken("reset before the request is read", scene => Task.CompletedTask.Then(scene.Reset)),
        Broken("closed when the request's head is read", scene => scene.ReadHead().Then(scene.Close)),
        Broken("reset when the request's head is read", scene => scene.ReadHead().Then(scene.Reset)),
        Broken("half closed without a word", scene => scene.Read().Then(scene.EndSaying)),
        .. EndsAfter("a part of the status line", _ => "HTTP/1.1 20", isBegun: false),
        .. EndsAfter("the status line", _ => Status, isBegun: false),
        .. EndsAfter("a part of the headers", _ => HalfHead, isBegun: false),
        .. EndsAfter("the headers of a sized body", scene => scene.Sized, isBegun: false),
        .. EndsAfter("the headers of a chunked body", scene => scene.Chunked, isBegun: false),
        .. EndsAfter("a part of a sized body", scene => scene.Sized + scene.FirstPart),
        .. EndsAfter("a chunk", scene => scene.Chunked + Scene.Chunk(scene.FirstPart)),
        .. EndsAfter("a part of a chunk's size", scene => scene.Chunked + Scene.Chunk(scene.FirstPart) + "1"),
        .. EndsAfter("a chunk's size", scene => scene.Chunked + Scene.Chunk(scene.FirstPart) + "100\r\n"),
        .. EndsAfter("a part of a chunk", scene => scene.Chunked + Scene.Chunk(scene.FirstPart) + "100\r\ndata: "),
        new("closed after the last chunk of data", Outcome.Broken, scene => scene.SaysAndCloses(scene.Chunked + Scene.Chunk(scene.Body)))
            { OfStream = Outcome.Whole },
        new("closed inside the last chunk", Outcome.WholeOrBroken, scene => scene.SaysAndCloses(scene.Chunked + Scene.Chunk(scene.Body) + "0\r\n"))
            { OfStream = Outcome.Whole },
        new("silent after the last chunk of data", Outcome.TimedOut, scene => scene.Says(scene.Chunked + Scene.Chunk(scene.Body)))
            { OfStream = Outcome.Whole, IsSilent = true },
        new("closed after a whole answer", Outcome.Whole, scene => scene.Says(scene.Answer).Then(scene.Close)),
        new("half closed after a whole answer", Outcome.Whole, scene => scene.Says(scene.Answer).Then(scene.EndSaying)),
    ];

    private static IEnumerable<Fault> EndsAfter(string point, Func<Scene, string> said, bool isBegun = true)
    {
        yield return Broken($"closed after {point}", scene => Say(scene).Then(scene.Close));
        yield return Broken($"reset after {point}", scene => Say(scene).Then(scene.Reset));
        yield return new Fault($"silent after {point}", Outcome.TimedOut, Say) { IsSilent = true };

        Task Say(Scene scene) => isBegun ? scene.SaysFirst(said(scene)) : scene.Says(said(scene));
    }

    private static Fault Broken(string name, Func<Scene, Task> play) => new(name, Outcome.Broken, play);
}
