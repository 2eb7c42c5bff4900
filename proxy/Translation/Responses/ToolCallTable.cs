using ClaudeCodeProxy.Anthropic.Errors;
using ClaudeCodeProxy.OpenAI;

namespace ClaudeCodeProxy.Translation.Responses;

/// <summary>
/// Knows to which call a piece belongs: by index, else by id, else to the last one. A new id is a new call even at a used index, a named piece at a
/// new index even with a used id, and so is a name at a call that is complete or has another name: some servers number all calls 0, or none, and some
/// give all the same id.
/// </summary>
internal sealed class ToolCallTable(ResponseContext context, ToolUseIds ids, ResponseBlocks blocks)
{
    private const int MaxCalls = 128;

    private readonly List<ToolCallBlock> _calls = [];

    /// <param name="isNew">The piece is a call of its own.</param>
    public void Take(ReadOnlySpan<byte> source, ToolCallDelta piece, bool isNew)
    {
        var call = isNew ? null : Find(source, piece);
        if (call is null && IsBlank(piece))
            return;
        call ??= Add(piece.Index);
        if (call.ItemId.Length == 0)
            call.ItemId = piece.ItemId.In(source).ToArray();
        if (call.UpstreamId.Length == 0)
            call.UpstreamId = piece.Id.In(source).ToArray();
        if (call.ThoughtSignature.Length == 0)
            call.ThoughtSignature = piece.ThoughtSignature.In(source).ToArray();
        if (call.Name.Length == 0)
            call.Name = piece.Name.In(source).ToArray();
        Append(call, source, piece);
        blocks.Advance();
    }

    private ToolCallBlock? Find(ReadOnlySpan<byte> source, ToolCallDelta piece)
    {
        ToolCallBlock? found = null;
        var best = 1;
        foreach (var call in _calls)
        {
            var fit = Fit(call, source, piece);
            if (fit >= best)
                (found, best) = (call, fit);
        }

        return found is null || IsAnother(found, source, piece) ? null : found;
    }

    /// <summary>How well a piece fits a call; 0 when it does not.</summary>
    private static int Fit(ToolCallBlock call, ReadOnlySpan<byte> source, ToolCallDelta piece)
    {
        bool? sameIndex = piece.Index is null || call.UpstreamIndex is null ? null : piece.Index == call.UpstreamIndex;
        return (sameIndex, HasSameId(call, source, piece)) switch
        {
            (not false, true) => 4,
            (true, null) => 3,
            (false, true) when piece.Name.IsEmpty => 2,
            (null, null) when piece.Index is null && piece.Id.IsEmpty => 1,
            _ => 0,
        };
    }

    /// <summary>Null when one of them has none. Ids of items can only tell that it is the same: one provider gives each event another.</summary>
    private static bool? HasSameId(ToolCallBlock call, ReadOnlySpan<byte> source, ToolCallDelta piece)
    {
        if (!piece.ItemId.IsEmpty && piece.ItemId.In(source).SequenceEqual(call.ItemId))
            return true;
        return piece.Id.IsEmpty || call.UpstreamId.Length == 0 ? null : piece.Id.In(source).SequenceEqual(call.UpstreamId);
    }

    private static bool IsAnother(ToolCallBlock call, ReadOnlySpan<byte> source, ToolCallDelta piece)
    {
        if (piece.IsWhole || piece.Name.IsEmpty || call.Name.Length == 0)
            return false;
        if (!piece.Name.In(source).SequenceEqual(call.Name))
            return true;
        return HasSameId(call, source, piece) != true && call.Arguments.IsComplete && HasArguments(piece);
    }

    private static bool HasArguments(ToolCallDelta piece) => !piece.Arguments.IsEmpty || piece.ArgumentsObject.IsPresent;

    private static bool IsBlank(ToolCallDelta piece) => piece.Id.IsEmpty && piece.Name.IsEmpty && !HasArguments(piece);

    private ToolCallBlock Add(int? index)
    {
        if (_calls.Count == MaxCalls)
            throw new ApiErrorException(ApiError.BadGateway($"The upstream called more than {MaxCalls} tools at once."));
        var call = new ToolCallBlock(ids, context.ToolNames, index);
        _calls.Add(call);
        blocks.Add(call);
        return call;
    }

    private void Append(ToolCallBlock call, ReadOnlySpan<byte> source, ToolCallDelta piece)
    {
        if (piece.IsWhole && !call.Arguments.IsEmpty)
            return;
        blocks.CountHeldBytes(piece.Arguments.Length + piece.ArgumentsObject.Length);
        if (!piece.Arguments.IsEmpty)
            call.Arguments.Append(piece.Arguments.In(source));
        if (piece.ArgumentsObject.IsPresent)
            call.Arguments.AppendObject(piece.ArgumentsObject.In(source));
    }
}
