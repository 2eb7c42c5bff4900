namespace ClaudeCodeProxy.Anthropic.ClientTools;

/// <summary>
/// The text editor of each date: <c>undo_edit</c> is gone since 20250429, and since 20250728 the text to insert is <c>insert_text</c> instead of
/// <c>new_str</c>.
/// </summary>
internal static class TextEditorTool
{
    public static readonly ClientTool WithUndo = new(
        [.. Description, .. " undo_edit takes back the last edit of a file."u8],
        [.. Commands, .. ",\"undo_edit\""u8, .. Inputs, .. TextForBoth, .. End]);

    public static readonly ClientTool WithoutUndo = new(Description, [.. Commands, .. Inputs, .. TextForBoth, .. End]);

    public static readonly ClientTool WithInsertText = new(Description, [.. Commands, .. Inputs, .. Text, .. InsertText, .. End]);

    private static ReadOnlySpan<byte> Description =>
        "Views, creates and edits text files. view shows a file with line numbers, or the entries of a directory. create writes a new file. "u8
        + "str_replace replaces text that must occur exactly once in the file, white space included. insert puts text after a line."u8;

    private static ReadOnlySpan<byte> Commands =>
        "{\"type\":\"object\",\"properties\":{\"command\":{\"type\":\"string\",\"enum\":[\"view\",\"create\",\"str_replace\",\"insert\""u8;

    private static ReadOnlySpan<byte> Inputs =>
        """]},"path":{"type":"string","description":"Path of the file or directory."}"""u8
        + ""","view_range":{"type":"array","items":{"type":"integer"},"description":"view: first and last line to show, counted from 1; """u8
        + """-1 as the last is the end of the file."}"""u8
        + ""","file_text":{"type":"string","description":"create: the content of the file."}"""u8
        + ""","old_str":{"type":"string","description":"str_replace: the text to replace."}"""u8
        + ""","insert_line":{"type":"integer","description":"insert: the line after which to insert; 0 is the beginning of the file."}"""u8;

    private static ReadOnlySpan<byte> TextForBoth =>
        ""","new_str":{"type":"string","description":"str_replace: the text to put there. insert: the text to insert."}"""u8;

    private static ReadOnlySpan<byte> Text => ""","new_str":{"type":"string","description":"str_replace: the text to put there."}"""u8;

    private static ReadOnlySpan<byte> InsertText => ""","insert_text":{"type":"string","description":"insert: the text to insert."}"""u8;

    private static ReadOnlySpan<byte> End => """},"required":["command","path"]}"""u8;
}
