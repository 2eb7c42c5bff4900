using System.Globalization;
using System.Text;
using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Upstream.Http;

/// <summary>Writes what stands before a request's body (RFC 9112, 3).</summary>
internal sealed class RequestHead : IDisposable
{
    private readonly PooledBuffer _bytes = new(1024);

    /// <param name="url">With the scheme, host and port of the destination.</param>
    public RequestHead(string method, Uri url, Destination destination)
    {
        Append(method);
        _bytes.Append(" "u8);
        Append(destination.IsForwarded ? url.AbsoluteUri : url.PathAndQuery);
        _bytes.Append(" HTTP/1.1\r\n"u8);
        Add("Host", Destination.Place(url, withPort: !url.IsDefaultPort));
        if (destination is { IsForwarded: true, ProxyAuthorization: { } authorization })
            Add("Proxy-Authorization", authorization);
    }

    public ReadOnlyMemory<byte> Bytes => _bytes.WrittenMemory;

    /// <summary>Left out when it would begin another header.</summary>
    public void Add(string name, string value)
    {
        if (value.AsSpan().ContainsAny('\r', '\n', '\0'))
            return;
        Append(name);
        _bytes.Append(": "u8);
        Append(value);
        _bytes.Append("\r\n"u8);
    }

    /// <param name="type">Of the body.</param>
    /// <param name="length">Of the body, in bytes.</param>
    public void End(string type, int length)
    {
        Add("Content-Type", type);
        Add("Content-Length", length.ToString(CultureInfo.InvariantCulture));
        End();
    }

    /// <summary>Without a body.</summary>
    public void End() => _bytes.Append("\r\n"u8);

    public void Dispose() => _bytes.Dispose();

    private void Append(string text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        _bytes.Advance(Encoding.UTF8.GetBytes(text, _bytes.GetSpan(most)));
    }
}
