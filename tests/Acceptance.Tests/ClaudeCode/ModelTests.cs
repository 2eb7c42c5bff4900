using Acceptance.Tests.ClaudeCode.Upstream;

namespace Acceptance.Tests.ClaudeCode;

/// <summary>Which model the upstream is asked for, and how Claude Code may show who it is.</summary>
[Collection(ScriptedUpstreamFixture.Collection)]
public sealed class ModelTests(ScriptedUpstreamFixture fixture)
{
    private IReadOnlyList<ChatRequest> Requests => fixture.Upstream.Requests;

    [SkippableTheory]
    [InlineData("opus", "scripted-opus")]
    [InlineData("sonnet", "scripted-sonnet")]
    [InlineData("sonnet[1m]", "scripted-sonnet")]
    [InlineData("haiku", "scripted-haiku")]
    [InlineData("qwen3-coder:30b", "qwen3-coder:30b")]
    public async Task The_model_that_a_person_names_is_the_one_that_the_upstream_is_asked_for(string model, string expected)
    {
        var session = await fixture.BeginAsync(_ => Answer.Says("Here I am."));

        var shown = await session.AskAsync("Who are you?", "--model", model);

        Assert.Contains("Here I am.", shown.Output);
        Assert.All(Requests, request => Assert.Equal(expected, request.Model));
    }

    [SkippableFact]
    public async Task A_subagent_with_a_model_of_its_own_gets_that_one_and_its_report_comes_back()
    {
        var session = await fixture.BeginAsync(request => request switch
        {
            { Model: "scripted-haiku" } => Answer.Says("The report of the subagent."),
            { ToolResults.Count: 0 } =>
                Answer.Asks(Call.With(
                    "Agent",
                    new
                    {
                        description = "Look around",
                        prompt = "Report.",
                        subagent_type = "general-purpose",
                        model = "haiku",
                        run_in_background = false,
                    })),
            _ => Answer.Says("It has reported."),
        });

        var shown = await session.AskAsync("Send somebody.", "--allowedTools", "Agent");

        Assert.Contains("It has reported.", shown.Output);
        Assert.Equal(["scripted-opus", "scripted-haiku", "scripted-opus"], Requests.Select(request => request.Model));
        Assert.Contains("The report of the subagent.", Requests[^1].ToolResults[0]);
    }

    [SkippableTheory]
    [InlineData("ANTHROPIC_AUTH_TOKEN")]
    [InlineData("ANTHROPIC_API_KEY")]
    public async Task The_client_key_opens_the_proxy_as_a_token_and_as_a_key(string variable)
    {
        var session = await fixture.BeginLockedAsync(_ => Answer.Says("Come in."));
        session = session with { Environment = session.Environment.Remove("ANTHROPIC_API_KEY").SetItem(variable, ScriptedUpstreamFixture.ClientKey) };

        var shown = await session.AskAsync("Let me in.");

        Assert.Contains("Come in.", shown.Output);
        Assert.Single(Requests);
    }

    [SkippableFact]
    public async Task A_wrong_client_key_reaches_no_upstream_and_the_person_is_told_at_once()
    {
        var session = await fixture.BeginLockedAsync(_ => Answer.Says("Come in."));

        var shown = await session.AskAsync("Let me in.");

        Assert.Equal(1, shown.ExitCode);
        Assert.Contains("Invalid API key", shown.Output);
        Assert.Empty(Requests);
    }
}
