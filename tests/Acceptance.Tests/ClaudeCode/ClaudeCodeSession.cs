using System.Collections.Immutable;
using ContainerSecurity.Processes;

namespace Acceptance.Tests.ClaudeCode;

/// <summary>What a person does with Claude Code in one folder: asks in print mode, and asks on.</summary>
internal sealed record ClaudeCodeSession(string Claude, string Folder)
{
    /// <summary>Generous: a model server that reads 50,000 tokens on one core takes most of it.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    public ImmutableSortedDictionary<string, string?> Environment { get; init; } = ImmutableSortedDictionary<string, string?>.Empty;

    public string PathOf(string file) => Path.Combine(Folder, file);

    /// <summary>One question, with every tool allowed that the scripts call.</summary>
    /// <returns>What the person sees, and the exit code: 0, or 1 when Claude Code reports an error.</returns>
    public Task<ToolResult> AskAsync(string prompt, params string[] arguments) => RunAsync(
        Environment, Limit, ["-p", prompt, "--allowedTools", "Agent,Bash,Edit,Read,Write", "--permission-mode", "acceptEdits", .. arguments]);

    /// <summary>One question in auto mode, in which the server checks the calls, or Claude Code has a model do it.</summary>
    public Task<ToolResult> AskInAutoModeAsync(string prompt, bool byServer) => RunAsync(
        Environment.SetItem("CLAUDE_CODE_AUTO_MODE_SERVER", byServer ? "1" : "0"),
        TimeSpan.FromSeconds(55),
        ["-p", prompt, "--permission-mode", "auto"]);

    private Task<ToolResult> RunAsync(ImmutableSortedDictionary<string, string?> environment, TimeSpan limit, ImmutableArray<string> arguments) =>
        new ToolRunner().RunAsync(
            new ToolCommand
            {
                Executable = Claude,
                Arguments = arguments,
                WorkingDirectory = Folder,
                Environment = environment,
                AcceptedExitCodes = [0, 1],
                Timeout = limit,
            },
            CancellationToken.None);
}
