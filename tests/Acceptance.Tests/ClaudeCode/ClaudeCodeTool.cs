using ContainerSecurity;
using ContainerSecurity.Options;
using ContainerSecurity.Tools;

namespace Acceptance.Tests.ClaudeCode;

/// <summary>Claude Code as the suite itself fetches it: pinned in tools.lock.json and verified.</summary>
internal static class ClaudeCodeTool
{
    public static Task<AcquiredTool> AcquireAsync()
    {
        var options = new BuildOptions { Rid = "linux-x64", Output = Repository.Paths.Output };
        return new BuildRun(options, Repository.Paths, CancellationToken.None).Tools.AcquireAsync("claude-code", CancellationToken.None);
    }
}
