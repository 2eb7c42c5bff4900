using System.Text.Json;

namespace Acceptance.Tests.ClaudeCode.Upstream;

/// <summary>One request as the upstream received it.</summary>
/// <param name="ReceivedAt">By the upstream's own clock.</param>
internal sealed record ChatRequest(JsonElement Body, TimeSpan ReceivedAt)
{
    public string Model => Body.GetProperty("model").GetString()!;

    public bool IsStream => Body.TryGetProperty("stream", out var stream) && stream.GetBoolean();

    public IReadOnlyList<JsonElement> Messages => [.. Body.GetProperty("messages").EnumerateArray()];

    public IReadOnlyList<string> Tools => Body.TryGetProperty("tools", out var tools)
        ? [.. tools.EnumerateArray().Select(tool => tool.GetProperty("function").GetProperty("name").GetString()!)]
        : [];

    /// <summary>The texts of the tool messages, in order.</summary>
    public IReadOnlyList<string> ToolResults => [.. TextsOf("tool")];

    /// <summary>The addresses of the pictures in user messages: data URLs.</summary>
    public IReadOnlyList<string> Pictures =>
        [.. Messages.SelectMany(Parts)
            .Where(part => TypeOf(part) == "image_url")
            .Select(part => part.GetProperty("image_url").GetProperty("url").GetString()!)];

    /// <summary>Whether the user said this somewhere in the conversation.</summary>
    public bool UserSaid(string text) => TextsOf("user").Any(said => said.Contains(text, StringComparison.Ordinal));

    private IEnumerable<string> TextsOf(string role) => Messages.Where(message => message.GetProperty("role").GetString() == role).Select(TextOf);

    private static string TextOf(JsonElement message) => message.GetProperty("content") is { ValueKind: JsonValueKind.String } text
        ? text.GetString()!
        : string.Join('\n', Parts(message).Where(part => TypeOf(part) == "text").Select(part => part.GetProperty("text").GetString()));

    private static IEnumerable<JsonElement> Parts(JsonElement message) =>
        message.GetProperty("content") is { ValueKind: JsonValueKind.Array } parts ? parts.EnumerateArray() : [];

    private static string? TypeOf(JsonElement part) => part.GetProperty("type").GetString();
}
