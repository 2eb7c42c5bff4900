using Build.Tests.Gates.Policy;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Scripts;

namespace Build.Tests.Formats.Scripts;

public class ScriptReaderTests
{
    [Fact]
    public void The_steps_of_a_workflow_know_their_lines_and_language()
    {
        var scripts = WorkflowScripts.Read(".github/workflows/ci.yml", """
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
            """).ToList();

        Assert.Equal([(6, "one"), (9, "echo EXPRESSION | sh\ntwo\n"), (11, "three")], scripts.Select(script => (script.Line, script.Text)));
        Assert.Equal([ScriptLanguage.Shell, ScriptLanguage.Shell, ScriptLanguage.PowerShell], scripts.Select(script => script.Language));
    }

    [Fact]
    public void A_workflow_that_is_no_YAML_is_refused_with_its_line() =>
        Assert.StartsWith("ci.yml:3:", Assert.Throws<InputException>(() => WorkflowScripts.Read("ci.yml", "a: 1\nb: [\n").ToList()).Message, StringComparison.Ordinal);

    [Fact]
    public void Aliases_of_aliases_are_read_once()
    {
        var levels = Enumerable.Range(1, 40).Select(level => $"a{level}: &a{level} [{string.Join(", ", Enumerable.Repeat($"*a{level - 1}", 9))}]");

        Assert.Single(WorkflowScripts.Read("ci.yml", $"a0: &a0 {{ run: one }}\n{string.Join('\n', levels)}\n"));
    }

    [Theory]
    [InlineData("install.sh", "true", true)]
    [InlineData(".ci/run", "#!/usr/bin/env bash\ntrue", true)]
    [InlineData("tool", "#!/bin/sh -e\ntrue", true)]
    [InlineData("tool", "#!/usr/bin/env -S bash -e\ntrue", true)]
    [InlineData("tool", "#!/usr/bin/env node\ntrue", false)]
    [InlineData("LICENSE", "MIT", false)]
    [InlineData("build.ps1", "exit", true)]
    [InlineData("sub/action.yml", "runs: { steps: [{ run: a }] }", true)]
    [InlineData("notes.md", "# curl", false)]
    public void Scripts_are_known_by_name_or_first_line(string path, string text, bool found)
    {
        using var repository = new SampleRepository();
        repository.Write(path, text);

        Assert.Equal(found, repository.Facts().Scripts.Any(script => script.File == path));
    }
}
