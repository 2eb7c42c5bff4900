using System.Text.Json.Nodes;

namespace ContainerSecurity.Reports.Records;

/// <summary>Where a record says something else than what follows from the rest of it.</summary>
internal static class RecordDifference
{
    private const int Shown = 80;

    /// <returns>A sentence with the place; null when both say the same.</returns>
    public static string? Find(JsonNode? said, JsonNode? follows, string path)
    {
        if (JsonNode.DeepEquals(said, follows))
            return null;
        return (said, follows) switch
        {
            (JsonObject one, JsonObject other) => one.Select(each => each.Key).Union(other.Select(each => each.Key))
                .Select(name => Find(one[name], other[name], $"{path}.{name}"))
                .FirstOrDefault(difference => difference is not null),
            (JsonArray one, JsonArray other) when one.Count == other.Count => one
                .Select((item, index) => Find(item, other[index], $"{path}[{index}]"))
                .FirstOrDefault(difference => difference is not null),
            _ => $"{path} says {Text(said)}, but what else it holds gives {Text(follows)}.",
        };
    }

    private static string Text(JsonNode? node) => node?.ToJsonString() is not { } text ? "nothing" : text.Length > Shown ? text[..Shown] + "…" : text;
}
