namespace ClaudeCodeProxy.Anthropic.ClientTools;

/// <summary><c>memory_20250818</c></summary>
internal static class MemoryTool
{
    public static readonly ClientTool Instance = new(
        "Keeps files below /memories from one conversation to the next. Look there before a task for what earlier ones left, and note down "u8
        + "progress and findings, because the context may be cleared at any time. view shows a directory or a file, create writes a file, "u8
        + "str_replace replaces text that occurs once, insert puts text at a line, delete removes a file or directory, rename moves one."u8,
        """{"type":"object","properties":{"command":{"type":"string","enum":["view","create","str_replace","insert","delete","rename"]}"""u8
        + ""","path":{"type":"string","description":"All but rename: the file or directory, such as /memories/notes.md."}"""u8
        + ""","view_range":{"type":"array","items":{"type":"integer"},"description":"view: first and last line to show."}"""u8
        + ""","file_text":{"type":"string","description":"create: the content of the file."}"""u8
        + ""","old_str":{"type":"string","description":"str_replace: the text to replace."}"""u8
        + ""","new_str":{"type":"string","description":"str_replace: the text to put there."}"""u8
        + ""","insert_line":{"type":"integer","description":"insert: the line at which to insert."}"""u8
        + ""","insert_text":{"type":"string","description":"insert: the text to insert."}"""u8
        + ""","old_path":{"type":"string","description":"rename: where it is."}"""u8
        + ""","new_path":{"type":"string","description":"rename: where it goes."}},"required":["command"]}"""u8);
}
