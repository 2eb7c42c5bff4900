using ClaudeCodeProxy.Anthropic.Errors;
using ClaudeCodeProxy.Compression;
using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Server.Exchanges;

/// <summary>Undoes the content codings of a request's body. What comes out, however little went in, is no larger than a request may be.</summary>
internal static class CompressedBody
{
    private const int FirstBytes = 16 << 10;

    /// <summary>The codings to undo, in this order. Throws an error of status 415 that names the one that is not known.</summary>
    public static IReadOnlyList<string> ReadCodings(Exchange exchange)
    {
        try
        {
            return ContentCodings.Read(exchange.Headers.ContentEncoding);
        }
        catch (UnknownCodingException e)
        {
            exchange.ResponseHeaders.AcceptEncoding = ContentCodings.Names;
            throw new ApiErrorException(ApiError.UnsupportedCoding(
                $"The content-encoding {e.Coding} is not supported. Send {ContentCodings.Names}, or the body as it is."));
        }
    }

    public static PooledBuffer Decode(ReadOnlySpan<byte> body, IReadOnlyList<string> codings, int limit)
    {
        var decoded = Decode(body, codings[0], limit);
        foreach (var coding in codings.Skip(1))
        {
            using var before = decoded;
            decoded = Decode(before.WrittenSpan, coding, limit);
        }

        return decoded;
    }

    private static PooledBuffer Decode(ReadOnlySpan<byte> body, string coding, int limit)
    {
        var decoded = new PooledBuffer(FirstBytes);
        try
        {
            Decode(body, coding, limit, decoded);
            return decoded;
        }
        catch (InvalidDataException e)
        {
            var where = decoded.Length;
            decoded.Dispose();
            throw new ApiErrorException(ApiError.InvalidRequest(
                $"The body is not the {coding} that its content-encoding says: {e.Message}, after {where} decoded bytes."));
        }
        catch
        {
            decoded.Dispose();
            throw;
        }
    }

    private static void Decode(ReadOnlySpan<byte> body, string coding, int limit, PooledBuffer output)
    {
        using var decoder = ContentCodings.Create(coding);
        while (decoder.Decode(ref body, output.GetSpan()) is > 0 and var count)
        {
            output.Advance(count);
            if (output.Length > limit)
                throw RequestBody.TooLarge(limit);
        }

        if (!decoder.IsComplete)
            throw new InvalidDataException("it ends too early");
    }
}
