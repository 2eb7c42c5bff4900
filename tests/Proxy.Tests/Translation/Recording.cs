using System.Text.Json;

namespace Proxy.Tests.Translation;

/// <summary>What a real server answered to one case on one of its endpoints, byte for byte.</summary>
internal sealed record Recording(string Server, int Number, string Case, string Path, bool Stream, int Status, string Body)
{
    public const string OwnPath = "/v1/messages";

    public static readonly string[] Servers = ["llama-server", "ollama"];

    private static readonly Dictionary<string, Recording[]> All = Servers.ToDictionary(server => server, server => Read(server).ToArray());

    public bool IsAnswer => Status == 200;

    public static IReadOnlyList<Recording> Of(string server) => All[server];

    /// <summary>What the same server says to the same case on its own Anthropic endpoint; null where that was not asked.</summary>
    public Recording? Own() => All[Server].FirstOrDefault(other => other.Path == OwnPath && other.Case == Case && other.Stream == Stream);

    private static IEnumerable<Recording> Read(string server) =>
        File.ReadLines(System.IO.Path.Combine(AppContext.BaseDirectory, "Recordings", $"{server}.jsonl"))
            .Select(line => JsonDocument.Parse(line).RootElement)
            .Select((line, number) => new Recording(
                server,
                number,
                line.GetProperty("case").GetString()!,
                line.GetProperty("path").GetString()!,
                line.GetProperty("stream").GetBoolean(),
                line.GetProperty("status").GetInt32(),
                line.GetProperty("body").GetString()!));
}
