using ClaudeCodeProxy.Safeguards.Facts;

namespace ClaudeCodeProxy.Safeguards.Flags;

/// <summary>A kind of plain danger.</summary>
/// <param name="id">As verdicts, metrics and the documentation name it.</param>
/// <param name="isHard">Nobody's words clear it.</param>
/// <param name="what">The end of a sentence that begins with the command.</param>
internal sealed class FlagRule(string id, bool isHard, string what)
{
    public string Id => id;

    public bool IsHard => isHard;

    public string What => what;

    /// <param name="explanation">One sentence that names the part and the reason.</param>
    public Verdict Flag(string explanation) => Verdict.Flag(id, explanation, isHard);
}
