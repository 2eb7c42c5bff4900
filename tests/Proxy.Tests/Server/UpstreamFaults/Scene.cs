using System.Collections.Concurrent;

namespace Proxy.Tests.Server.UpstreamFaults;

/// <summary>One request at a faulty upstream, and what its answer is made of: the whole message or the stream of events that was asked for.</summary>
internal sealed class Scene(RawConnection connection, bool isStream, Task clientHasRead, ConcurrentQueue<string> heads)
{
    private const string Ok = "HTTP/1.1 200 OK\r\n";

    public bool IsStream => isStream;

    /// <summary>What the answer says where it comes whole.</summary>
    public const string Text = "Hello.";

    public string Body => isStream ? Samples.FirstChunk + Samples.SecondChunk + Samples.LastChunks : Samples.Answer;

    /// <summary>Of a stream it holds the first event, and no more.</summary>
    public string FirstPart => isStream ? Samples.FirstChunk : Body[..(Body.Length / 2)];

    public string SecondPart => Body[FirstPart.Length..];

    public string Type => "Content-Type: " + (isStream ? "text/event-stream" : "application/json") + "\r\n";

    public string Sized => Head($"Content-Length: {Body.Length}");

    public string Chunked => Head("Transfer-Encoding: chunked");

    public static string Chunk(string data) => $"{data.Length:x}\r\n{data}\r\n";

    /// <summary>The whole answer, right in every way.</summary>
    public string Answer => Sized + Body;

    public string Head(params string[] headers) => Ok + Type + string.Concat(headers.Select(header => header + "\r\n")) + "\r\n";

    public async Task ReadHead()
    {
        heads.Enqueue(await connection.ReadHead() ?? throw new IOException("left"));
    }

    public async Task Read()
    {
        heads.Enqueue(await connection.ReadRequest() ?? throw new IOException("left"));
    }

    /// <summary>All that still comes, until the proxy ends the connection.</summary>
    public Task ReadRest() => connection.ReadRest();

    /// <summary>Reads the request and says something.</summary>
    public async Task Says(string bytes)
    {
        await Read();
        await connection.Say(bytes);
    }

    /// <summary>The same, and goes on when the client has read the first event, if there is one.</summary>
    public async Task SaysFirst(string bytes)
    {
        await Says(bytes);
        await ClientReads();
    }

    public async Task SaysAndCloses(string bytes)
    {
        await SaysFirst(bytes);
        connection.Close();
    }

    /// <summary>What it says holds no event.</summary>
    public async Task SaysAndClosesAtOnce(string bytes)
    {
        await Says(bytes);
        connection.Close();
    }

    public async Task SaysAndResets(string bytes)
    {
        await SaysFirst(bytes);
        connection.Reset();
    }

    public Task SaysMore(string bytes) => connection.Say(bytes);

    /// <summary>A byte after the other.</summary>
    public async Task Drips(string bytes)
    {
        foreach (var letter in bytes)
        {
            await connection.Say($"{letter}");
            await Task.Yield();
        }
    }

    /// <summary>Says it until the proxy has enough.</summary>
    public async Task SaysForever(string bytes)
    {
        while (true)
            await connection.Say(bytes);
    }

    /// <summary>A message that comes whole is not seen before its end.</summary>
    public Task ClientReads() => isStream ? clientHasRead : Task.CompletedTask;

    public void EndSaying() => connection.EndSaying();

    public void Close() => connection.Close();

    public void Reset() => connection.Reset();
}
