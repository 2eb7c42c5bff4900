using System.Text;

namespace Bench.Load;

/// <summary>
/// Follows one HTTP/1.1 answer as it comes, without keeping it: its end (Content-Length, or the last chunk), its first text and its last.
/// </summary>
/// <param name="chunks">Of the stream that is expected; 0 for an answer in one piece.</param>
internal sealed class AnswerReader(int chunks)
{
    private const int Kept = 64;

    private readonly byte[] _buffer = new byte[16 * 1024];
    private readonly byte[] _lastText = Encoding.ASCII.GetBytes($"word{chunks - 3}");

    private int _kept;
    private long _left = -1;
    private bool _isHeadRead;
    private bool _hasLastText;

    /// <summary>Where the next bytes belong.</summary>
    public Memory<byte> Space => _buffer.AsMemory(_kept);

    public bool HasText { get; private set; }

    public bool IsComplete { get; private set; }

    /// <summary>Nothing of the answer has come yet.</summary>
    public void Restart() => (_kept, _left, _isHeadRead, _hasLastText, HasText, IsComplete) = (0, -1, false, false, false, false);

    /// <param name="count">So many bytes were written to <see cref="Space"/>.</param>
    /// <exception cref="InvalidOperationException">Not status 200, or a stream without its last text.</exception>
    public void Add(int count)
    {
        var seen = _buffer.AsSpan(0, _kept + count);
        if (!_isHeadRead)
        {
            var end = seen.IndexOf("\r\n\r\n"u8) + 4;
            if (end < 4)
            {
                _kept += count;
                return;
            }

            ReadHead(seen, end);
            count = seen.Length - end;
        }

        HasText = HasText || (_isHeadRead && seen.IndexOf("word"u8) >= 0);
        _hasLastText = _hasLastText || seen.IndexOf(_lastText) >= 0;
        _left -= _left >= 0 ? count : 0;
        IsComplete = _left >= 0 ? _left == 0 : seen.EndsWith("\r\n0\r\n\r\n"u8);
        if (IsComplete && chunks > 0 && !_hasLastText)
            throw new InvalidOperationException($"a stream ended without its last text: {Start(seen)}");

        var keep = Math.Min(Kept, seen.Length);
        seen[^keep..].CopyTo(_buffer);
        _kept = keep;
    }

    private static string Start(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetString(bytes[..Math.Min(bytes.Length, 400)]);

    private void ReadHead(ReadOnlySpan<byte> seen, int end)
    {
        _isHeadRead = true;
        var head = Encoding.ASCII.GetString(seen[..end]);
        if (!head.StartsWith("HTTP/1.1 200", StringComparison.Ordinal))
            throw new InvalidOperationException($"an exchange failed: {Start(seen)}");

        const string name = "\r\ncontent-length:";
        var at = head.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        if (at >= 0)
            _left = long.Parse(head[(at + name.Length)..].Split('\r')[0].Trim(), System.Globalization.CultureInfo.InvariantCulture);
    }
}
