using System.Text.Json;

namespace Acceptance.Tests.ClaudeCode;

/// <summary>The real Claude Code CLI through the real proxy binary to a real model server.</summary>
[Collection(ModelServerFixture.Collection)]
public sealed class ModelServerTests(ModelServerFixture fixture)
{
    [SkippableFact]
    public async Task A_text_is_shown()
    {
        var session = await fixture.BeginAsync();

        Assert.Contains(ModelServerFixture.Text, (await session.AskAsync("Say something. SCRIPT:text")).Output);
    }

    /// <summary>In print mode Claude Code asks for thoughts without their words, unless it is told otherwise.</summary>
    [SkippableTheory]
    [InlineData("omitted", "")]
    [InlineData("summarized", "Better to look first.")]
    public async Task A_thought_is_taken_as_one_and_the_call_after_it_runs(string display, string words)
    {
        var session = await fixture.BeginAsync();

        var shown = await session.AskAsync(
            "Think about it. SCRIPT:think", "--thinking-display", display, "--output-format", "stream-json", "--verbose");

        Assert.True(File.Exists(session.PathOf("thought-about.txt")));
        var blocks = shown.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)
            .Where(line => line.TryGetProperty("type", out var type) && type.GetString() == "assistant")
            .SelectMany(line => line.GetProperty("message").GetProperty("content").EnumerateArray()).ToList();
        Assert.Equal(["thinking", "tool_use", "text"], blocks.Select(block => block.GetProperty("type").GetString()));
        Assert.Equal(words, blocks[0].GetProperty("thinking").GetString()!.Trim());
    }

    [SkippableFact]
    public async Task An_answer_cut_by_max_tokens_is_continued()
    {
        var session = await fixture.BeginAsync();
        session = session with { Environment = session.Environment.SetItem("CLAUDE_CODE_MAX_OUTPUT_TOKENS", "16") };

        var shown = await session.AskAsync("Say a lot. SCRIPT:long");

        Assert.Equal(0, shown.ExitCode);
        Assert.DoesNotContain(ModelServerFixture.LongText, shown.Output);
        Assert.Contains(ModelServerFixture.Otherwise, shown.Output);
    }

    /// <summary>Each of the two long prompts fits, both together do not: the second is answered after the first has been summarised.</summary>
    [SkippableFact]
    public async Task A_conversation_that_outgrows_the_servers_context_is_compacted_and_goes_on()
    {
        var session = await fixture.BeginAsync();
        var first = JsonDocument.Parse((await session.AskAsync("Hello. SCRIPT:text", "--output-format", "json")).Output).RootElement
            .GetProperty("usage");
        var free = ModelServerFixture.ContextTokens - first.GetProperty("input_tokens").GetInt32() - first
            .GetProperty("cache_read_input_tokens")
            .GetInt32();
        var filler = new string('x', free * 3 / 5);
        await session.AskAsync($"Remember {filler} SCRIPT:text", "--continue");

        var shown = await session.AskAsync($"And {filler} SCRIPT:text", "--continue");

        Assert.Equal((0, ModelServerFixture.Text), (shown.ExitCode, shown.Output.Trim()));
    }

    [SkippableFact]
    public async Task A_first_prompt_that_is_too_long_for_the_server_is_said_to_be_so()
    {
        var session = await fixture.BeginAsync();

        var shown = await session.AskAsync($"{new string('x', ModelServerFixture.ContextTokens)} SCRIPT:text");

        Assert.Equal(1, shown.ExitCode);
        Assert.Contains("Prompt is too long", shown.Output);
        Assert.Contains($"limit {ModelServerFixture.ContextTokens}", shown.Output);
    }
}
