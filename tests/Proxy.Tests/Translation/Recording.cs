using System.Text.Json;

namespace Proxy.Tests.Translation;

/// <summary>What a real server answered to one case on one of its endpoints, byte for byte.</summary>
internal sealed record Recording(string Case, string Path, bool Stream, string Body)
{
    public static IReadOnlyList<Recording> Of(string server) =>
    [
        .. Lines($"{server}.jsonl").Select(line => new Recording(
            line.GetProperty("case").GetString()!, line.GetProperty("path").GetString()!, line.GetProperty("stream").GetBoolean(), line.GetProperty("body").GetString()!)),
    ];

    public static IEnumerable<JsonElement> Lines(string file) =>
        File.ReadLines(System.IO.Path.Combine(AppContext.BaseDirectory, "Recordings", file)).Select(line => JsonDocument.Parse(line).RootElement);
}
