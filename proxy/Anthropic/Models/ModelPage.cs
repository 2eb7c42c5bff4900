using System.Globalization;
using ClaudeCodeProxy.Anthropic.Errors;

namespace ClaudeCodeProxy.Anthropic.Models;

/// <summary>Which part of a list a client asks for: Anthropic's <c>limit</c>, <c>after_id</c> and <c>before_id</c>.</summary>
internal sealed class ModelPage(int limit, string? afterId, string? beforeId)
{
    public int Limit => limit;

    public string? AfterId => afterId;

    public string? BeforeId => beforeId;

    private const int Standard = 20;
    private const int Most = 1000;

    public static ModelPage Parse(string? limit, string? afterId, string? beforeId)
    {
        if (afterId is not null && beforeId is not null)
            throw Bad("after_id and before_id cannot both be given.");
        if (limit is null)
            return new ModelPage(Standard, afterId, beforeId);
        var isNumber = int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        if (!isNumber || number is < 1 or > Most)
            throw Bad($"limit: must be a number from 1 to {Most}.");
        return new ModelPage(number, afterId, beforeId);
    }

    /// <summary>The place of the page in a list of ids, and whether there is more in the direction in which it is read.</summary>
    public (Range Range, bool HasMore) Select(IReadOnlyList<string> ids)
    {
        if (BeforeId is not null)
        {
            var end = IndexOf(ids, BeforeId, "before_id");
            var start = Math.Max(0, end - Limit);
            return (start..end, start > 0);
        }

        var first = AfterId is null ? 0 : IndexOf(ids, AfterId, "after_id") + 1;
        var last = Math.Min(ids.Count, first + Limit);
        return (first..last, last < ids.Count);
    }

    private static int IndexOf(IReadOnlyList<string> ids, string id, string parameter)
    {
        for (var i = 0; i < ids.Count; i++)
        {
            if (ids[i] == id)
                return i;
        }

        throw Bad($"{parameter}: the list has no such model.");
    }

    private static ApiErrorException Bad(string message) => new(ApiError.InvalidRequest(message));
}
