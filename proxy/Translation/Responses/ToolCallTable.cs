using ClaudeCodeProxy.Anthropic.Errors;
using ClaudeCodeProxy.OpenAI;

namespace ClaudeCodeProxy.Translation.Responses;

/// <summary>
/// Knows to which call a piece belongs: by id, else by index, else to the last one. A new id is a new call even at a used index, and so is a name at
/// a call that is complete or has another name: some servers number all calls 0, or none.
/// </summary>
internal sealed class ToolCallTable(ResponseContext context, ResponseBlocks blocks)
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
        var id = piece.Id.In(source);
        var itemId = piece.ItemId.In(source);
        foreach (var call in _calls)
        {
            if ((!id.IsEmpty && id.SequenceEqual(call.UpstreamId)) || (!itemId.IsEmpty && itemId.SequenceEqual(call.ItemId)))
                return call;
        }

        var candidate = _calls.FindLast(call => piece.Index is null || call.UpstreamIndex == piece.Index);
        if (candidate is null || (!id.IsEmpty && (candidate.UpstreamId.Length > 0 || piece.Index is null)))
            return null;
        return IsAnother(candidate, source, piece) ? null : candidate;
    }

    private static bool IsAnother(ToolCallBlock call, ReadOnlySpan<byte> source, ToolCallDelta piece)
    {
        if (piece.Name.IsEmpty || call.Name.Length == 0)
            return false;
        return !piece.Name.In(source).SequenceEqual(call.Name) || (call.Arguments.IsComplete && HasArguments(piece));
    }

    private static bool HasArguments(ToolCallDelta piece) => !piece.Arguments.IsEmpty || piece.ArgumentsObject.IsPresent;

    private static bool IsBlank(ToolCallDelta piece) => piece.Id.IsEmpty && piece.Name.IsEmpty && !HasArguments(piece);

    private ToolCallBlock Add(int? index)
    {
        if (_calls.Count == MaxCalls)
            throw new ApiErrorException(ApiError.BadGateway($"The upstream called more than {MaxCalls} tools at once."));
        var call = new ToolCallBlock(context, _calls.Count, index);
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
