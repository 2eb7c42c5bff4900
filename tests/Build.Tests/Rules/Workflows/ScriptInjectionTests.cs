namespace Build.Tests.Rules.Workflows;

public sealed class ScriptInjectionTests
{
    private const string Events =
        "{push: {}, issues: {}, workflow_dispatch: {inputs: {text: {}, dry: {type: boolean}, count: {type: number}, place: {type: environment}, "
        + "level: {type: choice, options: [low, high]}}}}";

    [Theory]
    [InlineData("github.event.issue.title")]
    [InlineData("github['event'].issue.body")]
    [InlineData("GITHUB.Event.x")]
    [InlineData("github.head_ref")]
    [InlineData("toJSON(github)")]
    [InlineData("toJson(github.event.pull_request)")]
    [InlineData("format('}}{0}', github.event.issue.title)")]
    [InlineData("join(github.event.commits.*.message, ' ')")]
    [InlineData("github.event.pull_request.labels[0].name")]
    [InlineData("github.event.pull_request.head.label")]
    [InlineData("github.event.pull_request.head.repo.default_branch")]
    [InlineData("github.event.workflow_run.head_branch")]
    [InlineData("github.event.head_commit.author.email")]
    [InlineData("github.event.comment.body || 'none'")]
    [InlineData("github.event_name == 'issues' && github.event.issue.title || 'none'")]
    [InlineData("case(true, github.event.issue.title, 'x')")]
    [InlineData("fromJSON(github.event.comment.body).name")]
    [InlineData("github.event.issue.title +")]
    public void What_anybody_may_write_is_high_in_a_script(string expression) => AssertFound(Step(expression), "high");

    [Theory]
    [InlineData("github.ref_name")]
    [InlineData("github.event.release.tag_name")]
    [InlineData("github.event.client_payload.list")]
    [InlineData("inputs.text")]
    [InlineData("inputs['text']")]
    [InlineData("github.event.inputs.text")]
    [InlineData("toJSON(inputs)")]
    public void What_insiders_may_write_is_medium(string expression) => AssertFound(Step(expression), "medium");

    [Theory]
    [InlineData("inputs.dry && '--dry-run' || ''")]
    [InlineData("github.ref == 'refs/heads/main' && 'production' || 'development'")]
    [InlineData("contains(github.head_ref, 'release')")]
    [InlineData("startsWith(github.event.comment.body, '/run') && !cancelled()")]
    [InlineData("github.event.pull_request.title != 'x'")]
    [InlineData("!github.event.issue.title")]
    [InlineData("github.event.pull_request.head.sha")]
    [InlineData("github.event.pull_request.number")]
    [InlineData("github.event.pull_request.draft")]
    [InlineData("github.event.pull_request.commits")]
    [InlineData("github.event.pull_request.user.login")]
    [InlineData("github.event.pull_request.html_url")]
    [InlineData("github.event.pull_request.head.repo.full_name")]
    [InlineData("github.event.before")]
    [InlineData("github.event.repository.name")]
    [InlineData("github.event.repository.default_branch")]
    [InlineData("github.event.workflow_run.conclusion")]
    [InlineData("github.event_name")]
    [InlineData("github.sha")]
    [InlineData("github.repository")]
    [InlineData("github.actor")]
    [InlineData("github.run_id")]
    [InlineData("runner.os")]
    [InlineData("runner.temp")]
    [InlineData("job.status")]
    [InlineData("vars.REGION")]
    [InlineData("secrets.TOKEN")]
    [InlineData("inputs.dry")]
    [InlineData("inputs.level")]
    [InlineData("inputs.count")]
    [InlineData("inputs.place")]
    [InlineData("github.event.inputs.level")]
    [InlineData("hashFiles('**/*.lock')")]
    [InlineData("format('github.event.x')")]
    [InlineData("format('{0}-{1}', runner.os, github.sha)")]
    [InlineData("case(github.event.issue.title == 'x', 'a', 'b')")]
    [InlineData("fromJSON('[\"a\"]')[github.event.number]")]
    [InlineData("needs.b.result")]
    [InlineData("steps.x.outcome")]
    [InlineData("strategy.job-index")]
    [InlineData("env.T")]
    [InlineData("matrix.none")]
    public void What_cannot_carry_a_command_is_let_pass(string expression) => Assert.Empty(Bench.Severities("CS3003", Step(expression)));

    [Theory]
    [InlineData("pull_request_target", "github.ref_name")]
    [InlineData("{push: {branches: [main, next]}}", "github.ref")]
    [InlineData("schedule", "github.ref_name")]
    public void The_reference_of_some_events_is_nobodys_choice(string on, string expression) =>
        Assert.Empty(Bench.Severities("CS3003", Step(expression).Replace(Events, on, StringComparison.Ordinal)));

    [Theory]
    [InlineData("{push: {branches: ['release/**']}}")]
    [InlineData("{push: {tags: ['v*']}}")]
    [InlineData("create")]
    public void The_name_of_a_branch_or_tag_is_a_choice_of_insiders(string on) =>
        AssertFound(Step("github.ref_name").Replace(Events, on, StringComparison.Ordinal), "medium");

    [Theory]
    [InlineData(9, "- run: |\n    true\n    echo \"${{github.head_ref}}\"")]
    [InlineData(8, "- run: echo\n  shell: bash -c 'echo ${{ github.head_ref }}' {0}")]
    [InlineData(7, "- run: echo ${{ github.event.issue.title")]
    [InlineData(9, "- uses: actions/github-script@v8\n  with:\n    script: f(\"${{ github.event.comment.body }}\")")]
    [InlineData(9, "- uses: Azure/CLI@v2\n  with:\n    inlineScript: echo ${{ github.event.comment.body }}")]
    [InlineData(10, "- env:\n    T: ${{ github.event.issue.title }}\n  name: x\n  run: echo ${{ env.T }}")]
    [InlineData(8, "- env: {B: \"${{ env.A }}\"}\n  run: echo ${{ env.B }}\n  name: x")]
    public void It_is_told_with_its_line(int line, string steps) =>
        Assert.Equal([$".github/workflows/ci.yml:{line}"], Bench.Workflow("CS3003", Steps(steps)));

    [Theory]
    [InlineData("- run: echo \"$TITLE\"\n  env:\n    TITLE: ${{ github.event.issue.title }}")]
    [InlineData("- name: ${{ github.event.issue.title }}\n  run: x")]
    [InlineData("- uses: a/b@v1\n  with: {title: \"${{ github.event.issue.title }}\"}")]
    [InlineData("- run: echo ${{ env.A }}\n  env: {A: fixed}")]
    [InlineData("- run: echo ${{ env.C }}\n  env: {C: \"${{ github.sha }}\"}")]
    public void An_expression_elsewhere_is_let_pass(string steps) => Assert.Empty(Bench.Severities("CS3003", Steps(steps)));

    [Fact]
    public void An_action_that_only_looks_as_if_it_ran_a_program_counts_less() =>
        AssertFound(Steps("- uses: a/b@v1\n  with:\n    script: f(\"${{ github.event.comment.body }}\")"), "medium");

    [Fact]
    public void An_input_of_a_composite_action_is_its_callers_choice() =>
        Assert.Equal(
            ["action.yml:6 medium"],
            Bench.SeveritiesOf(
                "CS3003", "action.yml", "inputs: {a: {type: boolean}}\nruns:\n  using: composite\n  steps:\n  - shell: bash\n    run: echo ${{ inputs.a }}"));

    [Fact]
    public void A_bad_cycle_and_a_long_chain_of_jobs_end()
    {
        var jobs = string.Concat(Enumerable.Range(0, 2000).Select(job =>
            $"  j{job}: {{needs: j{(job + 1) % 2000}, runs-on: x, outputs: {{o: \"${{{{ needs.j{(job + 1) % 2000}.outputs.o }}}}\"}}, "
            + $"strategy: {{matrix: {{m: [\"${{{{ matrix.m }}}}\"]}}}}, steps: [{{run: \"${{{{ needs.j{(job + 1) % 2000}.outputs.o }}}} ${{{{ matrix.m }}}}\"}}]}}\n"));

        Assert.NotNull(Bench.Severities("CS3003", $"on: push\npermissions: {{}}\njobs:\n{jobs}"));
    }

    private static string Step(string expression) => Steps($"- run: echo ${{{{ {expression} }}}}");

    /// <summary>The steps' lines begin at 7.</summary>
    private static string Steps(string steps) =>
        "on: " + Events + "\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      "
        + steps.Replace("\n", "\n      ", StringComparison.Ordinal)
        + "\nenv:\n  A: ${{ github.head_ref }}\n";

    private static void AssertFound(string workflow, string severity) =>
        Assert.Equal([severity], Bench.Severities("CS3003", workflow).Select(found => found.Split(' ')[1]));
}
