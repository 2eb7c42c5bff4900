using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Scripts;
using ContainerSecurity.Formats.Workflows;
using ContainerSecurity.Formats.Workflows.Expressions;

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
    [InlineData("jobs: {a: {defaults: {run: {shell: python}}, steps: [{run: x}]}}", ScriptLanguage.Python)]
    [InlineData("defaults: {run: {shell: pwsh}}\njobs: {a: {defaults: {run: {shell: bash}}, steps: [{run: x}]}}", ScriptLanguage.Shell)]
    [InlineData("defaults: {run: {shell: pwsh}}\njobs: {a: {defaults: {run: {working-directory: y}}, steps: [{run: x}]}}", ScriptLanguage.PowerShell)]
    [InlineData("defaults: {run: {shell: pwsh}}\njobs: {a: {steps: [{run: x, shell: 'bash -e {0}'}]}}", ScriptLanguage.Shell)]
    [InlineData("defaults: {run: {shell: pwsh}}\njobs: {a: {steps: [{run: x, shell: }]}}", ScriptLanguage.PowerShell)]
    [InlineData("defaults: {run: {working-directory: y}}\njobs: {a: {steps: [{run: x}]}}", ScriptLanguage.Shell)]
    public void The_shell_of_a_step_may_come_from_the_defaults_of_its_job_or_of_the_workflow(string text, object language) =>
        Assert.Equal(language, Assert.Single(Scripts(text)).Language);

    [Theory]
    [InlineData("windows-2022", "", "PowerShell")]
    [InlineData("ubuntu-24.04", "", "Shell")]
    [InlineData("[self-hosted, windows]", "", "PowerShell")]
    [InlineData("{labels: windows-latest}", "", "PowerShell")]
    [InlineData("'${{ matrix.os }}'", "", "Shell PowerShell")]
    [InlineData("'${{ matrix.os }}'", "if: runner.os == 'Windows'", "PowerShell")]
    [InlineData("'${{ matrix.os }}'", "if: runner.os != 'Windows'", "Shell")]
    [InlineData("'${{ matrix.os }}'", "shell: '${{ matrix.shell }}'", "Shell Python")]
    [InlineData("ubuntu-24.04", "shell: \"${{ runner.os == 'Windows' && 'pwsh' || 'bash' }}\"", "PowerShell Shell")]
    [InlineData("ubuntu-24.04", "shell: '${{ inputs.shell }}'", "Other")]
    [InlineData("windows-2022", "shell: bash", "Shell")]
    [InlineData("windows-2022", "shell: cmd", "Cmd")]
    [InlineData("windows-2022", "shell: C:\\msys64\\usr\\bin\\bash.exe -e {0}", "Shell")]
    [InlineData("ubuntu-24.04", "shell: python3.12 {0}", "Python")]
    [InlineData("ubuntu-24.04", "shell: perl {0}", "Perl")]
    [InlineData("ubuntu-24.04", "shell: node {0}", "JavaScript")]
    [InlineData("ubuntu-24.04", "shell: sudo something {0}", "Other")]
    public void The_language_of_a_step_is_its_shells(string machine, string more, string languages) => Assert.Equal(
        languages,
        string.Join(' ', Scripts(
            $"jobs:\n  a:\n    runs-on: {machine}\n    strategy: {{matrix: {{os: [ubuntu-24.04, windows-2022], shell: ['bash -l {{0}}', python]}}}}\n"
            + $"    steps:\n      - run: x\n        {more}\n").Select(script => script.Language)));

    [Theory]
    [InlineData("", true, false)]
    [InlineData("shell: bash", true, true)]
    [InlineData("shell: sh", true, false)]
    [InlineData("shell: bash {0}", false, false)]
    [InlineData("shell: bash -euo pipefail {0}", true, true)]
    [InlineData("shell: bash -o errexit {0}", true, false)]
    [InlineData("shell: pwsh", true, false)]
    public void A_script_knows_what_its_shell_makes_of_failures(string shell, bool stops, bool inPipes)
    {
        var script = Assert.Single(Scripts($"jobs:\n  a:\n    runs-on: x\n    steps:\n      - run: x\n        {shell}\n"));

        Assert.Equal((stops, inPipes), (script.StopsAtErrors, script.StopsInPipes));
    }

    [Fact]
    public void In_a_container_there_is_no_PowerShell() =>
        Assert.Equal(ScriptLanguage.Shell, Assert.Single(Scripts("jobs: {a: {runs-on: windows-2022, container: x, steps: [{run: y}]}}")).Language);

    [Fact]
    public void The_command_line_of_a_shell_runs_too() => Assert.Equal(
        [(1, "hi"), (1, "bash -c \"one; {0}\"")],
        Scripts("jobs: {a: {runs-on: x, steps: [{run: hi, shell: 'bash -c \"one; {0}\"'}]}}")
            .Select(script => (script.Place.Line!.Value, script.Text)));

    [Fact]
    public void A_program_in_another_language_is_the_word_of_its_interpreter() => Assert.Equal(
        ["python", "-c", "print('x')"],
        Assert.Single(Scripts("jobs: {a: {runs-on: x, steps: [{shell: python, run: \"print('x')\"}]}}"))
            .Shell.Commands[0].Words.Select(word => word.Text));

    [Theory]
    [InlineData("echo ${{ format('}}{0}', github.sha) }} | sh", "echo EXPRESSION | sh")]
    [InlineData("a ${{ b }} c ${{ d }}", "a EXPRESSION c EXPRESSION")]
    [InlineData("echo ${{ github.sha", "echo ${{ github.sha")]
    public void A_word_stands_in_place_of_each_expression(string text, string filled) => Assert.Equal(filled, Template.Fill(text, "EXPRESSION"));

    [Fact]
    public void What_is_not_YAML_is_refused_with_its_line() =>
        Assert.StartsWith("ci.yml:3:", Assert.Throws<InputException>(() => Scripts("a: 1\nb: [\n")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_step_that_aliases_name_is_read_once() =>
        Assert.Single(Scripts("jobs:\n  a: &a\n    steps: [&s {run: one}, *s]\n  b: *a\n"));

    private static IReadOnlyList<Script> Scripts(string text) => [.. Workflow.Parse("ci.yml", text, isAction: false).Scripts];
}
