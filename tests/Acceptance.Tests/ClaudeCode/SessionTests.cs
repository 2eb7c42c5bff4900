using Xunit.Abstractions;

namespace Acceptance.Tests.ClaudeCode;

/// <summary>
/// Five everyday sessions of the real Claude Code CLI, pinned and newest, through the real proxy binary to a real model server: what a person sees is
/// right, and the proxy answers every request.
/// </summary>
[Collection(ModelServerFixture.Collection)]
public sealed class SessionTests(ModelServerFixture fixture, ITestOutputHelper output)
{
    [SkippableTheory]
    [InlineData(ClaudeCodeVersion.Pinned)]
    [InlineData(ClaudeCodeVersion.Newest)]
    public async Task A_command_runs_and_its_output_is_told(ClaudeCodeVersion version)
    {
        var (session, told) = await PlayAsync(version, "Run the command. SCRIPT:bash");

        Assert.Equal("made by Bash", await File.ReadAllTextAsync(session.PathOf("by-bash.txt")));
        Assert.Equal(["Bash"], told.Calls);
        Assert.Equal(["made by Bash"], told.Results);
    }

    [SkippableTheory]
    [InlineData(ClaudeCodeVersion.Pinned)]
    [InlineData(ClaudeCodeVersion.Newest)]
    public async Task A_file_is_written(ClaudeCodeVersion version)
    {
        var (session, told) = await PlayAsync(version, "Create the file. SCRIPT:write");

        Assert.Equal("made by Write", await File.ReadAllTextAsync(session.PathOf("by-write.txt")));
        Assert.Equal(["Write"], told.Calls);
    }

    /// <summary>The file that is read asks for the edit.</summary>
    [SkippableTheory]
    [InlineData(ClaudeCodeVersion.Pinned)]
    [InlineData(ClaudeCodeVersion.Newest)]
    public async Task A_file_is_read_and_then_edited(ClaudeCodeVersion version)
    {
        var notes = (await fixture.SceneAsync(version)).Session.PathOf("notes.txt");
        await File.WriteAllTextAsync(notes, "The morning is dull (SCRIPT:edit ) and cold.\n");

        var (_, told) = await PlayAsync(version, "Look into the notes. SCRIPT:read");

        Assert.Equal("The morning is splendid and cold.\n", await File.ReadAllTextAsync(notes));
        Assert.Equal(["Read", "Edit"], told.Calls);
    }

    [SkippableTheory]
    [InlineData(ClaudeCodeVersion.Pinned)]
    [InlineData(ClaudeCodeVersion.Newest)]
    public async Task Two_calls_of_one_answer_both_run(ClaudeCodeVersion version)
    {
        var (session, told) = await PlayAsync(version, "Create two files. SCRIPT:two");

        Assert.Equal("first", await File.ReadAllTextAsync(session.PathOf("one.txt")));
        Assert.Equal("second\n", await File.ReadAllTextAsync(session.PathOf("two.txt")));
        Assert.Equal(["Bash", "Bash"], told.Calls);
        Assert.Equal(["first", "second"], told.Results);
    }

    [SkippableTheory]
    [InlineData(ClaudeCodeVersion.Pinned)]
    [InlineData(ClaudeCodeVersion.Newest)]
    public async Task A_sub_agent_reports(ClaudeCodeVersion version)
    {
        var (_, told) = await PlayAsync(version, "Send somebody. SCRIPT:agent");

        Assert.Equal(["Agent"], told.Calls);
        Assert.Contains(ModelServerFixture.Report, Assert.Single(told.Results));
    }

    /// <summary>Every session ends well, and no request of it was answered with an error.</summary>
    private async Task<(ClaudeCodeSession Session, Transcript Told)> PlayAsync(ClaudeCodeVersion version, string prompt)
    {
        var scene = await fixture.SceneAsync(version);
        if (scene.Note is not null)
            output.WriteLine($"warning: the newest Claude Code was not tried, the pinned one ran in its place: {scene.Note}");
        var told = await scene.PlayAsync(prompt);
        Assert.Empty(told.Errors);
        Assert.Equal((0, ModelServerFixture.AfterTool), (told.ExitCode, told.Answer));
        return (scene.Session, told);
    }
}
