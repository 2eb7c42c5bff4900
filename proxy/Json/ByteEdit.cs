namespace ClaudeCodeProxy.Json;

/// <summary>One of <see cref="ByteEdits"/>.</summary>
/// <param name="isPlain">The replacement goes between quotes and is not escaped yet.</param>
internal sealed class ByteEdit(int start, int end, string replacement, bool isPlain)
{
    public int Start => start;

    public int End => end;

    public string Replacement => replacement;

    public bool IsPlain => isPlain;
}
