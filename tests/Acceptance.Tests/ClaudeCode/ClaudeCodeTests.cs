namespace Acceptance.Tests.ClaudeCode;

/// <summary>The real Claude Code CLI through the real proxy binary to a real model server.</summary>
public sealed class ClaudeCodeTests : IClassFixture<ClaudeCodeFixture>
{
    private readonly ClaudeCodeFixture _fixture;

    public ClaudeCodeTests(ClaudeCodeFixture fixture) => _fixture = fixture;

    [SkippableFact]
    public async Task Claude_creates_a_file_by_Bash_and_ends_with_its_final_answer()
    {
        await _fixture.RequireAsync();

        var answer = await _fixture.AskAsync("Create the file by the shell. SCRIPT:bash");

        Assert.Equal("made by Bash", await File.ReadAllTextAsync(_fixture.BashFile));
        Assert.Contains(ClaudeCodeFixture.FinalAnswer, answer);
    }

    [SkippableFact]
    public async Task Claude_creates_a_file_by_Write_and_ends_with_its_final_answer()
    {
        await _fixture.RequireAsync();

        var answer = await _fixture.AskAsync("Create the file by the tool for files. SCRIPT:write");

        Assert.Equal("made by Write", await File.ReadAllTextAsync(_fixture.WriteFile));
        Assert.Contains(ClaudeCodeFixture.FinalAnswer, answer);
    }
}
