using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Translation.Checks;

/// <summary>What a model is shown of a <c>classifier_context</c>: where calls run, what the user trusts, and the rules in plain language.</summary>
internal static class ShownPlace
{
    private static readonly string[] Members =
        ["permission_mode", "platform", "live_cwd", "home_dir", "trusted_directories", "rules", "auto_mode", "restricted", "is_remote_mode"];

    /// <summary>Names of changed files are not among them: they may come from anywhere.</summary>
    private static readonly string[] GitMembers = ["root", "branch", "default_branch", "visibility"];

    /// <summary>Writes the members of a JSON object, as the client wrote them.</summary>
    /// <param name="context">A JSON object.</param>
    /// <returns>The ids of calls that were refused before, a JSON array; empty where there are none.</returns>
    public static ReadOnlySpan<byte> Write(ref JsonWriter json, ReadOnlySpan<byte> source, JsonValue context)
    {
        ReadOnlySpan<byte> refused = default;
        var cursor = new JsonCursor(source, context.Start);
        cursor.BeginObject();
        while (cursor.NextMember(out var name))
        {
            if (name.SequenceEqual("git_state"u8) && cursor.Peek() == JsonKind.Object)
                WriteGit(ref json, ref cursor);
            else if (name.SequenceEqual("refused_calls"u8))
                refused = cursor.Take();
            else
                WriteMember(ref json, ref cursor, name, Members);
        }

        return refused;
    }

    private static void WriteGit(ref JsonWriter json, ref JsonCursor cursor)
    {
        json.Comma();
        json.Raw("\"git\":{"u8);
        cursor.BeginObject();
        while (cursor.NextMember(out var name))
            WriteMember(ref json, ref cursor, name, GitMembers);
        json.Raw("}"u8);
    }

    private static void WriteMember(ref JsonWriter json, ref JsonCursor cursor, ReadOnlySpan<byte> name, string[] members)
    {
        foreach (var member in members)
        {
            if (!System.Text.Ascii.Equals(name, member))
                continue;
            json.Comma();
            json.Raw("\""u8);
            json.Raw(name);
            json.Raw("\":"u8);
            json.Raw(cursor.Take());
            return;
        }

        cursor.Skip();
    }
}
