using System.Collections.Immutable;
using System.Text.Json;
using ContainerSecurity.Processes;

namespace ContainerSecurity.Tools.ShellCheck;

/// <summary>ShellCheck's output in the format <c>json1</c>.</summary>
internal static class ShellCheckJson
{
    /// <exception cref="ToolFailedException">The output has another form.</exception>
    public static ImmutableArray<ShellCheckComment> Read(string output)
    {
        try
        {
            using var document = JsonDocument.Parse(output);
            return [.. document.RootElement.GetProperty("comments").EnumerateArray().Select(Comment)];
        }
        catch (Exception rubbish) when (rubbish is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new ToolFailedException($"ShellCheck printed something other than its JSON report: {rubbish.Message}", rubbish);
        }
    }

    private static ShellCheckComment Comment(JsonElement item) => new(
        item.GetProperty("file").GetString() ?? throw new FormatException("a comment has no file"),
        item.GetProperty("line").GetInt32(),
        item.GetProperty("column").GetInt32(),
        item.GetProperty("code").GetInt32(),
        Level(item.GetProperty("level").GetString()),
        item.GetProperty("message").GetString() ?? "");

    private static ShellCheckLevel Level(string? name) => name switch
    {
        "error" => ShellCheckLevel.Error,
        "warning" => ShellCheckLevel.Warning,
        "info" => ShellCheckLevel.Info,
        "style" => ShellCheckLevel.Style,
        _ => throw new FormatException($"the level `{name}` is unknown"),
    };
}
