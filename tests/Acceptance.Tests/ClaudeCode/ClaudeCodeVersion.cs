namespace Acceptance.Tests.ClaudeCode;

/// <summary>Which Claude Code: the one of <c>tools.lock.json</c>, or the newest that npm offers today.</summary>
public enum ClaudeCodeVersion
{
    Pinned,
    Newest,
}
