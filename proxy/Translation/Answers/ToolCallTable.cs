using ClaudeCodeProxy.Anthropic;
using ClaudeCodeProxy.OpenAI;

namespace ClaudeCodeProxy.Translation.Answers;

/// <summary>
/// Knows to which call a piece belongs: by id, else by index, else to the last one. A new id is a new call even at a used index, and so is a name at
/// a call that is complete or has another name: some servers number all calls 0, or none.
/// </summary>
internal sealed class ToolCallTable(AnswerContext context, AnswerBlocks blocks)
{
    private const int MaxCalls = 128;

    private readonly List<ToolBlock> _calls = [];

    public void Take(ReadOnlySpan<byte> source, ChatToolCall piece)
    {
        var call = Find(source, piece);
        if (call is null && IsBlank(piece)) return;
        call ??= Add(piece.Index);
        if (call.UpstreamId.Length == 0) call.UpstreamId = piece.Id.In(source).ToArray();
        if (call.Name.Length == 0) call.Name = piece.Name.In(source).ToArray();
        Append(call, source, piece);
        blocks.Advance();
    }

    private ToolBlock? Find(ReadOnlySpan<byte> source, ChatToolCall piece)
    {
        var id = piece.Id.In(source);
        if (!id.IsEmpty)
        {
            foreach (var call in _calls)
            {
                if (id.SequenceEqual(call.UpstreamId)) return call;
            }
        }

        var candidate = _calls.FindLast(call => piece.Index is null || call.UpstreamIndex == piece.Index);
        if (candidate is null || (!id.IsEmpty && (candidate.UpstreamId.Length > 0 || piece.Index is null))) return null;
        return IsAnother(candidate, source, piece) ? null : candidate;
    }

    private static bool IsAnother(ToolBlock call, ReadOnlySpan<byte> source, ChatToolCall piece)
    {
        if (piece.Name.IsEmpty || call.Name.Length == 0) return false;
        return !piece.Name.In(source).SequenceEqual(call.Name) || (call.Arguments.IsComplete && HasArguments(piece));
    }

    private static bool HasArguments(ChatToolCall piece) => !piece.Arguments.IsEmpty || piece.ArgumentsObject.IsPresent;

    private static bool IsBlank(ChatToolCall piece) => piece.Id.IsEmpty && piece.Name.IsEmpty && !HasArguments(piece);

    private ToolBlock Add(int? index)
    {
        if (_calls.Count == MaxCalls) throw new ApiErrorException(ApiError.BadGateway($"The upstream called more than {MaxCalls} tools at once."));
        var call = new ToolBlock(context, _calls.Count, index);
        _calls.Add(call);
        blocks.Add(call);
        return call;
    }

    private void Append(ToolBlock call, ReadOnlySpan<byte> source, ChatToolCall piece)
    {
        blocks.Hold(piece.Arguments.Length + piece.ArgumentsObject.Length);
        if (!piece.Arguments.IsEmpty) call.Arguments.Append(piece.Arguments.In(source));
        if (piece.ArgumentsObject.IsPresent) call.Arguments.AppendObject(piece.ArgumentsObject.In(source));
    }
}
