using System.Text;
using Proxy.Tests.Anthropic.Responses;

namespace Proxy.Tests.Server;

/// <summary>A stream of events that holds each against its schema and its place while a client reads it.</summary>
internal sealed class CheckedEvents(Stream events) : Stream
{
    private readonly StreamedResponse _answer = new();
    private readonly List<byte> _frame = [];

    public static async Task<HttpContent> Around(HttpContent content)
    {
        var around = new StreamContent(new CheckedEvents(await content.ReadAsStreamAsync()));
        foreach (var header in content.Headers)
            around.Headers.TryAddWithoutValidation(header.Key, header.Value);
        return around;
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await events.ReadAsync(buffer, cancellationToken);
        Check(buffer.Span[..count]);
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            events.Dispose();
        base.Dispose(disposing);
    }

    private void Check(ReadOnlySpan<byte> read)
    {
        foreach (var letter in read)
        {
            _frame.Add(letter);
            if (_frame is not [.., (byte)'\n', (byte)'\n'])
                continue;
            _answer.TakeFrame(Encoding.UTF8.GetString([.. _frame[..^2]]));
            _frame.Clear();
        }
    }
}
