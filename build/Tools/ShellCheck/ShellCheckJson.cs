using System.Collections.Immutable;
using System.Text;
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

    /// <summary>The report once more, on one line.</summary>
    public static string Keep(ImmutableArray<ShellCheckComment> comments)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartArray("comments");
            foreach (var comment in comments)
                Write(json, comment);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    /// <returns>Null for what is not there, or is damaged.</returns>
    public static ImmutableArray<ShellCheckComment>? ReadKept(string? kept)
    {
        try
        {
            return kept is null ? null : Read(kept);
        }
        catch (ToolFailedException)
        {
            return null;
        }
    }

    private static void Write(Utf8JsonWriter json, ShellCheckComment comment)
    {
        json.WriteStartObject();
        json.WriteString("file", comment.Script);
        json.WriteNumber("line", comment.Line);
        json.WriteNumber("column", comment.Column);
        json.WriteNumber("code", comment.Code);
        json.WriteString("level", comment.Level.ToString().ToLowerInvariant());
        json.WriteString("message", comment.Message);
        json.WriteEndObject();
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
