using System.Text.Json;
using Acceptance.Tests.ClaudeCode.Upstream;

namespace Acceptance.Tests.ClaudeCode;

/// <summary>Everyday tasks of Claude Code, through the real binary to an upstream that responds as expected.</summary>
[Collection(ScriptedUpstreamFixture.Collection)]
public sealed class ToolTests(ScriptedUpstreamFixture fixture)
{
    private IReadOnlyList<ChatRequest> Requests => fixture.Upstream.Requests;

    [SkippableFact]
    public async Task A_text_is_shown_and_its_tokens_are_counted()
    {
        var session = await fixture.BeginAsync(_ => Answer.Says("Good morning, Grüße, 世界."));

        var shown = JsonDocument.Parse((await session.AskAsync("Say something.", "--output-format", "json")).Output).RootElement;

        Assert.Equal("Good morning, Grüße, 世界.", shown.GetProperty("result").GetString());
        var usage = shown.GetProperty("usage");
        Assert.Equal((400, 600, 20), (Count("input_tokens"), Count("cache_read_input_tokens"), Count("output_tokens")));
        var request = Assert.Single(Requests);
        Assert.True(request.IsStream && request.UserSaid("Say something."));
        Assert.Contains("Bash", request.Tools);

        int Count(string name) => usage.GetProperty(name).GetInt32();
    }

    [SkippableFact]
    public async Task Two_calls_of_one_answer_both_run_and_both_results_go_back_in_order()
    {
        var session = await fixture.BeginAsync(request => request.ToolResults.Count == 0
            ? Answer.Asks(Call.Bash("printf one | tee one.txt"), Call.Bash("printf two | tee two.txt"))
            : Answer.Says("Both are there."));

        var shown = await session.AskAsync("Create two files.");

        Assert.Contains("Both are there.", shown.Output);
        Assert.Equal(
            ("one", "two"), (await File.ReadAllTextAsync(session.PathOf("one.txt")), await File.ReadAllTextAsync(session.PathOf("two.txt"))));
        Assert.Equal(["one", "two"], Requests[^1].ToolResults);
        Assert.Equal(2, Requests.Count);
    }

    [SkippableFact]
    public async Task A_tool_that_fails_is_told_to_the_model_as_an_error_and_the_session_goes_on()
    {
        var session = await fixture.BeginAsync(request => request.ToolResults.Count switch
        {
            0 => Answer.Asks(Call.Bash("echo broken >&2; exit 7")),
            1 => Answer.Asks(Call.Bash("printf mended > mended.txt")),
            _ => Answer.Says("It works now."),
        });

        var shown = await session.AskAsync("Run it.");

        Assert.Contains("It works now.", shown.Output);
        Assert.True(File.Exists(session.PathOf("mended.txt")));
        var failure = Requests[1].ToolResults[0];
        Assert.StartsWith("Error: ", failure, StringComparison.Ordinal);
        Assert.Contains("broken", failure);
        Assert.DoesNotContain("Error: ", Requests[2].ToolResults[1]);
    }

    [SkippableFact]
    public async Task A_picture_that_the_Read_tool_opens_reaches_the_model_as_a_picture()
    {
        // One red pixel.
        var png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC");
        var session = await fixture.BeginAsync(request => request.ToolResults.Count == 0
            ? Answer.Asks(Call.Read("red.png"))
            : Answer.Says("It is red."));
        await File.WriteAllBytesAsync(session.PathOf("red.png"), png);

        var shown = await session.AskAsync("What colour is red.png?");

        Assert.Contains("It is red.", shown.Output);
        var picture = Assert.Single(Requests[1].Pictures);
        Assert.StartsWith("data:image/png;base64,iVBORw0KGgo", picture, StringComparison.Ordinal);
        Assert.Single(Requests[1].ToolResults);
    }

    [SkippableFact]
    public async Task A_thought_before_a_call_does_not_go_back_to_a_provider_that_did_not_ask_for_it()
    {
        var session = await fixture.BeginAsync(request => request.ToolResults.Count == 0
            ? Answer.Asks(Call.Bash("printf thought > thought.txt")) with { Thought = "A secret deliberation." }
            : Answer.Says("Done thinking."));

        var shown = await session.AskAsync("Think first.");

        Assert.Contains("Done thinking.", shown.Output);
        Assert.True(File.Exists(session.PathOf("thought.txt")));
        Assert.DoesNotContain("secret deliberation", Requests[1].Body.GetRawText());
    }

    [SkippableFact]
    public async Task A_tool_that_Claude_Code_keeps_back_is_offered_once_its_search_has_found_it()
    {
        var session = await fixture.BeginAsync(request => request.ToolResults.Count == 0
            ? Answer.Asks(Call.With("ToolSearch", new { query = "select:NotebookEdit", max_results = 5 }))
            : Answer.Says("Found."));

        var shown = await session.AskAsync("Find the tool for notebooks.");

        Assert.Contains("Found.", shown.Output);
        Assert.DoesNotContain("NotebookEdit", Requests[0].Tools);
        Assert.Contains("NotebookEdit", Requests[1].Tools);
        Assert.Contains("NotebookEdit", Requests[1].ToolResults[0]);
    }
}
