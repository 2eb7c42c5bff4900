using System.Globalization;
using System.Text;

namespace Bench.Servers;

/// <summary>Follows one HTTP/1.1 request as it comes, without keeping its body. Just what the bench's own upstream needs.</summary>
internal sealed class HttpMessage
{
    private const int Kept = 8;

    private long _left = -1;

    /// <summary>The request line and headers, once they are all there.</summary>
    public string? Head { get; private set; }

    public bool IsComplete { get; private set; }

    /// <summary>Takes what was read and says how much of it must stay in front of what is read next.</summary>
    public int Add(Span<byte> seen, int count)
    {
        if (Head is null)
        {
            var end = seen.IndexOf("\r\n\r\n"u8) + 4;
            if (end < 4)
                return seen.Length;

            Head = Encoding.ASCII.GetString(seen[..end]);
            count = seen.Length - end;
            _left = Head.Contains("chunked", StringComparison.OrdinalIgnoreCase) ? -1 : ContentLength(Head);
        }

        _left -= _left >= 0 ? count : 0;
        IsComplete = _left >= 0 ? _left == 0 : seen.EndsWith("\r\n0\r\n\r\n"u8);
        var keep = Math.Min(Kept, seen.Length);
        seen[^keep..].CopyTo(seen);
        return keep;
    }

    private static long ContentLength(string head)
    {
        const string name = "\r\ncontent-length:";
        var at = head.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? 0 : long.Parse(head[(at + name.Length)..].Split('\r')[0].Trim(), CultureInfo.InvariantCulture);
    }
}
