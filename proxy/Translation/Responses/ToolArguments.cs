using ClaudeCodeProxy.Anthropic.Errors;
using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Translation.Responses;

/// <summary>The arguments of a tool call while they come in pieces. They count as complete only when they are one whole JSON object.</summary>
internal sealed class ToolArguments : IDisposable
{
    private readonly PooledBuffer _escaped = new(256);
    private ObjectScanner _scanner;
    private int _sent;

    /// <summary>All that has come, escaped.</summary>
    public ReadOnlySpan<byte> Escaped => _escaped.WrittenSpan;

    public bool IsEmpty => _scanner.State == ObjectState.Empty;

    public bool IsComplete => _scanner.State == ObjectState.Closed;

    /// <summary>Some servers begin with an empty object and send the real one after it, so an empty one is held back until the call ends.</summary>
    private bool IsEmptyObject => _sent == 0 && _escaped.WrittenSpan is [(byte)'{', (byte)'}'];

    /// <summary>Takes the next piece, escaped as it stood in its chunk. Throws when what came is not a JSON object.</summary>
    public void Append(ReadOnlySpan<byte> piece)
    {
        if (IsComplete && piece.SequenceEqual(_escaped.WrittenSpan))
            return;
        if (IsEmptyObject && piece.StartsWith("{"u8))
            Restart();
        if (IsSnapshot(piece))
            piece = piece[_escaped.Length..];
        var wasComplete = IsComplete;
        if (!piece.IsEmpty && !JsonEscapes.BeginsWithLowHalf(piece))
            JsonEscapes.ReplaceHalf(_escaped);
        _escaped.Append(piece);
        Scan(piece);
        var isBroken = _scanner.State == ObjectState.Broken || (IsComplete && !wasComplete && !IsJson());
        if (isBroken)
            throw new ApiErrorException(ApiError.BadGateway("The upstream called a tool with arguments that are not one JSON object."));
    }

    /// <summary>Takes the whole object, from a server that does not give it as text.</summary>
    public void AppendObject(ReadOnlySpan<byte> json)
    {
        using var escaped = new PooledBuffer(2 * json.Length);
        var text = new JsonWriter(escaped, default);
        text.Escape(json);
        text.Commit();
        Append(escaped.WrittenSpan);
    }

    /// <summary>What has not been sent yet, escaped; it counts as sent then.</summary>
    public ReadOnlySpan<byte> TakeUnsent(bool ended)
    {
        if (IsEmptyObject && !ended)
            return default;
        var unsent = _escaped.WrittenSpan[_sent..];
        unsent = unsent[..JsonEscapes.WholeLength(unsent)];
        _sent += unsent.Length;
        return unsent;
    }

    public void Dispose() => _escaped.Dispose();

    /// <summary>
    /// Some servers send all arguments so far in every piece. A piece is taken for such only when it begins with what has come and cannot go on from
    /// there as JSON: where an object could follow, it is a nested one, and what comes of it at the end is refused unless it is whole.
    /// </summary>
    private bool IsSnapshot(ReadOnlySpan<byte> piece)
    {
        if (_scanner.State is not (ObjectState.Open or ObjectState.Closed) || !piece.StartsWith(_escaped.WrittenSpan))
            return false;
        return _scanner.IsInString ? BreaksString(piece) : _scanner.LastSign is not ((byte)':' or (byte)'[' or (byte)',');
    }

    /// <summary>Inside a string, the first quote of such a piece ends it, and then no letter can follow.</summary>
    private static bool BreaksString(ReadOnlySpan<byte> piece)
    {
        var quote = piece.IndexOf((byte)'"');
        var next = quote < 0 ? default : piece[(quote + 1)..];
        return next is [>= (byte)'a' and <= (byte)'z' or >= (byte)'A' and <= (byte)'Z' or >= (byte)'0' and <= (byte)'9' or (byte)'_', ..];
    }

    private void Restart()
    {
        _escaped.Clear();
        _scanner = default;
    }

    private void Scan(ReadOnlySpan<byte> piece)
    {
        if (!piece.Contains((byte)'\\'))
        {
            _scanner.Feed(piece);
            return;
        }

        using var plain = new PooledBuffer(piece.Length);
        plain.Advance(JsonEscapes.Unescape(piece, plain.GetSpan(piece.Length)));
        _scanner.Feed(plain.WrittenSpan);
    }

    private bool IsJson()
    {
        using var plain = new PooledBuffer(_escaped.Length);
        plain.Advance(JsonEscapes.Unescape(_escaped.WrittenSpan, plain.GetSpan(_escaped.Length)));
        try
        {
            var cursor = new JsonCursor(plain.WrittenSpan);
            cursor.Skip();
            return true;
        }
        catch (JsonFormatException)
        {
            return false;
        }
    }
}
