using System.Text;
using ClaudeCodeProxy.Configuration;
using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Server;

/// <summary>Answers that are the same for the life of the process. None of those that need no key tells anything of the configuration.</summary>
internal static class FixedAnswers
{
    public static byte[] Health(string instance) =>
        Encoding.UTF8.GetBytes($$"""{"status":"ok","version":"{{ProductVersion.Number}}","instance":"{{instance}}"}""");

    public static byte[] Root() => Encoding.UTF8.GetBytes($$$"""
        {"message":"claude-code-proxy","version":"{{{ProductVersion.Number}}}","status":"running",
        "endpoints":{"messages":"/v1/messages","count_tokens":"/v1/messages/count_tokens","models":"/v1/models","health":"/health"}}
        """);

    /// <summary>The tiers that clients may ask for, each under a name that Claude Code's model discovery keeps, and what stands behind it.</summary>
    public static byte[] Models(ModelOptions models)
    {
        using var output = new PooledBuffer(1024);
        var json = new JsonWriter(output, default);
        json.Raw("{\"data\":["u8);
        WriteModel(ref json, "claude-opus", models.Opus);
        json.Raw(","u8);
        WriteModel(ref json, "claude-sonnet", models.Sonnet);
        json.Raw(","u8);
        WriteModel(ref json, "claude-haiku", models.Haiku);
        json.Raw("],\"first_id\":\"claude-opus\",\"last_id\":\"claude-haiku\",\"has_more\":false}"u8);
        json.Commit();
        return output.WrittenSpan.ToArray();
    }

    private static void WriteModel(ref JsonWriter json, string id, string upstreamModel)
    {
        json.Raw("{\"type\":\"model\",\"id\":"u8);
        json.Text(id);
        json.Raw(",\"display_name\":"u8);
        json.Text(upstreamModel);
        json.Raw(",\"created_at\":\"1970-01-01T00:00:00Z\",\"lifecycle\":\"active\"}"u8);
    }
}
