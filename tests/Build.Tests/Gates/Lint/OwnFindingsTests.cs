using System.Collections.Immutable;
using Build.Tests.Gates.Policy;
using Build.Tests.Rules;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Hadolint;

namespace Build.Tests.Gates.Lint;

public sealed class OwnFindingsTests
{
    [Fact]
    public void A_finding_says_what_is_wrong_where_and_what_to_do()
    {
        var finding = Assert.Single(OwnBench.Lint("FROM scratch\nRUN true \\\n && curl -k https://a\n"));

        Assert.Equal(("CS1011", "Dockerfile", 2), (finding.RuleId, finding.File, finding.Line));
        Assert.Equal("The certificate of a server is not checked: curl -k.", finding.Message);
        Assert.Contains("update-ca-certificates", finding.Help, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("RUN curl -o KEY https://a && sh KEY")]
    [InlineData("FROM a:KEY")]
    [InlineData("ENV PIP_TRUSTED_HOST=KEY")]
    public void No_message_shows_a_key(string instruction)
    {
        var key = TestSecrets.GitHubToken();
        var found = OwnBench.Lint($"FROM scratch\n{instruction.Replace("KEY", key, StringComparison.Ordinal)}\n");

        Assert.NotEmpty(found);
        Assert.DoesNotContain(found, finding => finding.Message.Contains(key, StringComparison.Ordinal));
    }

    [Fact]
    public void What_ONBUILD_triggers_is_judged_once_where_it_stands() =>
        Assert.Equal(["CS1009:2", "CS1006:3"], OwnBench
            .Lint("FROM scratch AS a\nONBUILD RUN chmod 777 /x\nONBUILD ADD https://a/b /b\nFROM a\n")
                .OrderBy(finding => finding.Line)
                .Select(finding => $"{finding.RuleId}:{finding.Line}"));

    [Theory]
    [InlineData("CS1011", "c\"u\"rl -k https://a")]
    [InlineData("CS1009", "chm\\od 777 /a")]
    [InlineData("CS1014", "npm i --un'safe'-perm a")]
    public void Quotes_and_escapes_hide_no_word(string code, string command) => Assert.Equal([2], OwnBench.Run(code, command));

    [Theory]
    [InlineData("# hadolint ignore=CS1009")]
    [InlineData("# hadolint ignore=DL3008,CS1009 # a scratch folder")]
    public void A_pragma_ignores_it_on_the_next_line(string pragma) =>
        Assert.Equal([4], OwnBench.Lines("CS1009", $"FROM scratch\n{pragma}\nRUN chmod 777 /a\nRUN chmod 777 /b\n"));

    [Fact]
    public void A_pragma_counts_for_nothing_where_the_configuration_says_so() =>
        Assert.Equal([3], OwnBench.Lines(
            "CS1009", "FROM scratch\n# hadolint ignore=CS1009\nRUN chmod 777 /a\n", new LintConfiguration { DisableIgnorePragma = true }));

    [Fact]
    public void The_configuration_ignores_and_overrides()
    {
        const string Dockerfile = "FROM a:1\nRUN chmod 777 /a\n";
        var settings = new LintConfiguration
        {
            Ignored = ["CS1003"],
            Overrides = ImmutableSortedDictionary.CreateRange([KeyValuePair.Create("CS1009", Severity.Info)])
        };

        Assert.Equal(
            ("CS1009", Severity.Info), Assert.Single(OwnBench.Lint(Dockerfile, settings).Select(finding => (finding.RuleId, finding.Severity))));
    }

    [Fact]
    public void The_steps_of_a_workflow_are_judged_with_their_lines() =>
        Assert.Equal(["CS1001:6", "CS1011:9"], OwnBench.Commands(".github/workflows/ci.yml", """
        on: push
        jobs:
          a:
            runs-on: ubuntu-latest
            steps:
              - run: curl https://a | sh
              - run: |
                  echo ${{ github.sha }}
                  curl --insecure https://a
              - shell: pwsh
                run: Get-Date
        """));

    [Fact]
    public void PowerShell_in_a_workflow_is_judged_too() => Assert.Equal(["CS1001:3"], OwnBench.Commands("action.yml", """
        runs:
          steps:
            - run: iwr https://a | iex
              shell: pwsh
        """));

    [Theory]
    [InlineData("defaults: {run: {shell: pwsh}}\njobs: {a: {steps: [{run: iwr https://a | iex}]}}", true)]
    [InlineData("jobs: {a: {defaults: {run: {shell: pwsh}},\n  steps: [{run: iwr https://a | iex}]}}", true)]
    [InlineData("defaults: {run: {shell: pwsh}}\njobs: {a: {steps: [{run: iwr https://a | iex, shell: bash}]}}", false)]
    [InlineData("defaults: {run: {shell: python}}\njobs: {a: {steps: [{run: \"print('https://a' + (1)\"}]}}", false)]
    public void A_step_is_judged_in_the_language_that_defaults_give_it(string workflow, bool caught) =>
        Assert.Equal(caught ? ["CS1001:2"] : [], OwnBench.Commands(".github/workflows/ci.yml", workflow));

    [Fact]
    public void A_file_named_like_an_action_that_is_something_else_runs_nothing() =>
        Assert.Empty(OwnBench.Commands("roles/action.yml", "- something: else\n"));

    [Theory]
    [InlineData("jobs: {a: {steps: [{run: \"curl https://a | (\"}]}}", true)]
    [InlineData("jobs: {a: {steps: [{shell: bash -e {0}, run: \"curl https://a | (\"}]}}", true)]
    [InlineData("jobs: {a: {steps: [{run: \"echo | (\"}]}}", false)]
    [InlineData("jobs: {a: {steps: [{shell: python, run: \"print('https://a' + (1)\"}]}}", false)]
    public void A_text_that_fetches_and_cannot_be_read_is_caught_where_a_shell_reads_it(string workflow, bool caught) =>
        Assert.Equal(
            caught ? ["CS1001:1"] : [],
            OwnBench.Commands(".github/workflows/ci.yml", workflow.Replace("bash -e {0}", "'bash -e {0}'", StringComparison.Ordinal)));

    [Fact]
    public void Another_language_that_reads_like_shell_is_judged_as_such() =>
        Assert.Equal(["CS1001:1"], OwnBench.Commands("action.yml", "runs: {steps: [{shell: cmd, run: curl https://a | sh}]}"));

    [Fact]
    public void What_a_pipeline_installs_on_its_own_machine_is_its_own_business()
    {
        var settings = new LintConfiguration { AllowedPackages = ["curl"] };

        Assert.Empty(OwnBench.Commands("action.yml", "runs:\n  steps:\n    - run: apt-get install git\n", settings));
        Assert.Equal(["CS1005:1"], OwnBench.Commands(".devcontainer.json", "{\"postCreateCommand\": \"apt-get install git\"}", settings));
    }

    [Fact]
    public void A_comment_in_a_workflow_is_a_pragma_for_the_next_line() =>
        Assert.Equal(["CS1001:5"], OwnBench.Commands(".github/workflows/ci.yml", """
        jobs:
          a:
            # hadolint ignore=CS1001 # our own server
            steps: [{run: curl https://a | sh},
              {run: curl https://b | sh}]
        """));

    [Theory]
    [InlineData("{\n\"postCreateCommand\": \"curl https://a | sh\"}", 2)]
    [InlineData("{\"postStartCommand\": [\"bash\",\n\"-c\", \"curl https://a | sh\"]}", 2)]
    [InlineData("{\"onCreateCommand\": {\n\"tool\": \"true\\ncurl https://a | sh\"}}", 2)]
    public void The_commands_of_a_devcontainer_are_judged_with_their_lines(string text, int line) =>
        Assert.Equal([$"CS1001:{line}"], OwnBench.Commands(".devcontainer/devcontainer.json", text));

    [Fact]
    public void A_comment_in_a_devcontainer_is_a_pragma_for_the_next_line() =>
        Assert.Empty(OwnBench.Commands(
            ".devcontainer/devcontainer.json", "{\n  // hadolint ignore=CS1001\n  \"postCreateCommand\": \"curl https://a | sh\"}"));
}
