using ClaudeCodeProxy.Safeguards.Facts;

namespace ClaudeCodeProxy.Safeguards.Flags;

/// <summary>Finds what is plainly dangerous in a shell text.</summary>
internal static class FlagJudge
{
    /// <returns>Null where nothing is.</returns>
    public static Verdict? Find(SafeguardContext context, string text) => null;
}
