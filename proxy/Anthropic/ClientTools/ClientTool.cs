namespace ClaudeCodeProxy.Anthropic.ClientTools;

/// <summary>
/// A tool that Anthropic defines and the client carries out: requests only name its type, because Anthropic's models know it. Any other model is told
/// what Anthropic's documentation says of it (platform.claude.com: Bash, Text editor, Memory and Computer use tool).
/// </summary>
/// <param name="description">For the model; the inside of a JSON string.</param>
/// <param name="schema">JSON schema of the input, of keywords that every provider takes.</param>
internal sealed class ClientTool(ReadOnlySpan<byte> description, ReadOnlySpan<byte> schema)
{
    private readonly byte[] _description = description.ToArray();
    private readonly byte[] _schema = schema.ToArray();

    public ReadOnlySpan<byte> Description => _description;

    public ReadOnlySpan<byte> Schema => _schema;

    /// <summary>Null for a tool that is the client's own, or that Anthropic's servers carry out.</summary>
    /// <param name="type">With its date.</param>
    /// <param name="hasZoom">Of a computer: the client can enlarge a part of the screen.</param>
    public static ClientTool? Find(string type, bool hasZoom) => type switch
    {
        "bash_20241022" or "bash_20250124" => BashTool.Instance,
        "text_editor_20241022" or "text_editor_20250124" => TextEditorTool.WithUndo,
        "text_editor_20250429" => TextEditorTool.WithoutUndo,
        "text_editor_20250728" => TextEditorTool.WithInsertText,
        "memory_20250818" => MemoryTool.Instance,
        "computer_20241022" => ComputerTool.First,
        "computer_20250124" => ComputerTool.Second,
        "computer_20251124" => hasZoom ? ComputerTool.WithZoom : ComputerTool.Second,
        _ => null,
    };
}
