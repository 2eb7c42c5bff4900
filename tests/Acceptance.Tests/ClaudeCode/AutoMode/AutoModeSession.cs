using System.Text.Json;
using ContainerSecurity.Processes;

namespace Acceptance.Tests.ClaudeCode.AutoMode;

/// <summary>Claude Code in auto mode in a folder that its user trusts, with a home of its own.</summary>
internal sealed class AutoModeSession(ClaudeCodeSession session)
{
    /// <summary>Lies beside the trusted folder.</summary>
    public string Outside { get; } = Directory.CreateDirectory($"{session.Folder}-outside").FullName;

    public string PathOf(string file) => session.PathOf(file);

    /// <summary>A script in the trusted folder, of which the rules cannot know what it does. It only leaves a file behind.</summary>
    /// <returns>A command that runs it, and the file.</returns>
    public (string Command, string Trace) WriteScript(string name)
    {
        File.WriteAllText(PathOf(name), "echo ran > ran.txt\n");
        File.SetUnixFileMode(PathOf(name), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return ($"./{name}", PathOf("ran.txt"));
    }

    /// <summary>Begins in a terminal, where auto mode is what Claude Code starts in.</summary>
    public Task<Terminal> OpenAsync(string prompt)
    {
        var home = Directory.CreateDirectory($"{session.Folder}-home").FullName;
        File.WriteAllText(Path.Combine(home, ".claude.json"), Answered());
        return Terminal.StartAsync($"{session.Folder}.tmux", session.Folder, session.Environment.SetItem("HOME", home), session.Claude, prompt);
    }

    /// <summary>Asks in print mode.</summary>
    /// <param name="byServer">Whether the server is to check the calls. Otherwise Claude Code asks a model itself.</param>
    public Task<ToolResult> AskAsync(string prompt, bool byServer) => session.AskInAutoModeAsync(prompt, byServer);

    /// <summary>What Claude Code asks a person who starts it for the first time, with the answers.</summary>
    private string Answered() => JsonSerializer.Serialize(new
    {
        hasCompletedOnboarding = true,
        theme = "dark",
        customApiKeyResponses = new { approved = new[] { session.Environment["ANTHROPIC_API_KEY"] } },
        projects = new Dictionary<string, object> { [session.Folder] = new { hasTrustDialogAccepted = true } },
    });
}
