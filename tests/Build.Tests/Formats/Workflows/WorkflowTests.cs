using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Scripts;
using ContainerSecurity.Formats.Workflows;

namespace Build.Tests.Formats.Workflows;

public class WorkflowTests
{
    [Fact]
    public void Steps_know_their_lines_and_language()
    {
        var scripts = Scripts("""
            on: push
            jobs:
              test:
                runs-on: ubuntu-latest
                steps:
                  - run: one
                  - name: block
                    run: |
                      echo ${{ github.sha }} | sh
                      two
                  - run: three
                    shell: pwsh
                  - uses: an/action@v1
            """);

        Assert.Equal(
            [(6, "one"), (9, "echo EXPRESSION | sh\ntwo\n"), (11, "three")], scripts.Select(script => (script.Place.Line!.Value, script.Text)));
        Assert.Equal([ScriptLanguage.Shell, ScriptLanguage.Shell, ScriptLanguage.PowerShell], scripts.Select(script => script.Language));
    }

    [Theory]
    [InlineData("defaults: {run: {shell: pwsh}}\njobs: {a: {steps: [{run: x}]}}", ScriptLanguage.PowerShell)]
    [InlineData("jobs: {a: {defaults: {run: {shell: python}}, steps: [{run: x}]}}", ScriptLanguage.Other)]
    [InlineData("defaults: {run: {shell: pwsh}}\njobs: {a: {defaults: {run: {shell: bash}}, steps: [{run: x}]}}", ScriptLanguage.Shell)]
    [InlineData("defaults: {run: {shell: pwsh}}\njobs: {a: {defaults: {run: {working-directory: y}}, steps: [{run: x}]}}", ScriptLanguage.PowerShell)]
    [InlineData("defaults: {run: {shell: pwsh}}\njobs: {a: {steps: [{run: x, shell: 'bash -e {0}'}]}}", ScriptLanguage.Shell)]
    [InlineData("defaults: {run: {shell: pwsh}}\njobs: {a: {steps: [{run: x, shell: }]}}", ScriptLanguage.PowerShell)]
    [InlineData("defaults: {run: {working-directory: y}}\njobs: {a: {steps: [{run: x}]}}", ScriptLanguage.Shell)]
    public void The_shell_of_a_step_may_come_from_the_defaults_of_its_job_or_of_the_workflow(string text, object language) =>
        Assert.Equal(language, Assert.Single(Scripts(text)).Language);

    [Theory]
    [InlineData("echo ${{ format('}}{0}', github.sha) }} | sh", "echo EXPRESSION | sh")]
    [InlineData("a ${{ b }} c ${{ d }}", "a EXPRESSION c EXPRESSION")]
    [InlineData("echo ${{ github.sha", "echo ${{ github.sha")]
    public void A_word_stands_in_place_of_each_expression(string text, string filled) => Assert.Equal(filled, Expressions.Fill(text, "EXPRESSION"));

    [Fact]
    public void What_is_not_YAML_is_refused_with_its_line() =>
        Assert.StartsWith("ci.yml:3:", Assert.Throws<InputException>(() => Scripts("a: 1\nb: [\n")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_step_that_aliases_name_is_read_once() =>
        Assert.Single(Scripts("jobs:\n  a: &a\n    steps: [&s {run: one}, *s]\n  b: *a\n"));

    private static IReadOnlyList<Script> Scripts(string text) => [.. Workflow.Parse("ci.yml", text, isAction: false).Scripts];
}
