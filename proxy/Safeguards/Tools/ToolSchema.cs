using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.Safeguards.Facts;

namespace ClaudeCodeProxy.Safeguards.Tools;

/// <summary>What a text of a tool's input is to the tool.</summary>
internal enum TextMeaning
{
    Unknown,
    Path,
    Command,
    Address,

    /// <summary>Names no place: what is searched for, how it is shown.</summary>
    Pattern,
}

/// <summary>What a tool's schema, or else the name of a member, says of the texts in its input.</summary>
internal sealed class ToolSchema
{
    private static readonly string[] Paths = NameList.Read(
        """
        path filepath file filename directory dir folder root source src destination dest target paths files cwd workingdirectory
        notebookpath outputpath inputpath from to oldpath newpath sourcepath destinationpath targetpath rootpath projectpath repopath
        """u8);

    private static readonly string[] Commands = NameList.Read("command cmd script shell commandline bash commands"u8);

    private static readonly string[] Addresses = NameList.Read("url uri endpoint href address link urls uris baseurl webhook host"u8);

    private static readonly string[] Patterns = NameList.Read("pattern regex glob excludepatterns format mode encoding sortby order"u8);

    private readonly Dictionary<string, string> _hints = new(StringComparer.Ordinal);

    /// <param name="json">Empty where the schema is not known; what cannot be read says nothing.</param>
    public static ToolSchema Read(ReadOnlySpan<byte> json)
    {
        var schema = new ToolSchema();
        if (json.IsEmpty)
            return schema;
        try
        {
            var cursor = new JsonCursor(json);
            schema.ReadSchema(ref cursor, json);
        }
        catch (JsonFormatException)
        {
            schema._hints.Clear();
        }

        return schema;
    }

    public TextMeaning MeaningOf(ToolText text)
    {
        var name = text.Name.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();
        if (Array.IndexOf(Paths, name) >= 0)
            return TextMeaning.Path;
        if (Array.IndexOf(Commands, name) >= 0)
            return TextMeaning.Command;
        if (Array.IndexOf(Addresses, name) >= 0)
            return TextMeaning.Address;
        if (_hints.TryGetValue(text.Name, out var hint) && ByHint(hint) is var meaning and not TextMeaning.Unknown)
            return meaning;
        return Array.IndexOf(Patterns, name) >= 0 ? TextMeaning.Pattern : TextMeaning.Unknown;
    }

    private static TextMeaning ByHint(string hint)
    {
        if (Has(hint, "file path") || Has(hint, "path to ") || Has(hint, "absolute path") || Has(hint, "path of ") || Has(hint, "directory to"))
            return TextMeaning.Path;
        if (Has(hint, "shell command") || Has(hint, "command to ") || Has(hint, "command line"))
            return TextMeaning.Command;
        return Has(hint, "url") || Has(hint, "uri") ? TextMeaning.Address : TextMeaning.Unknown;
    }

    private static bool Has(string hint, string words) => hint.Contains(words, StringComparison.OrdinalIgnoreCase);

    private void ReadSchema(ref JsonCursor cursor, ReadOnlySpan<byte> json)
    {
        cursor.BeginObject();
        while (cursor.NextMember(out var name))
        {
            if (!name.SequenceEqual("properties"u8) || cursor.Peek() != JsonKind.Object)
            {
                cursor.Skip();
                continue;
            }

            cursor.BeginObject();
            while (cursor.NextMember(out var property))
            {
                var key = System.Text.Encoding.UTF8.GetString(property);
                if (cursor.Peek() == JsonKind.Object)
                    _hints[key] = ReadHint(ref cursor, json);
                else
                    cursor.Skip();
            }
        }
    }

    private static string ReadHint(ref JsonCursor cursor, ReadOnlySpan<byte> json)
    {
        var hint = "";
        cursor.BeginObject();
        while (cursor.NextMember(out var name))
        {
            if ((name.SequenceEqual("description"u8) || name.SequenceEqual("format"u8)) && cursor.Peek() == JsonKind.Text)
                hint += $" {cursor.ReadText().ToString(json)}";
            else
                cursor.Skip();
        }

        return hint;
    }
}
