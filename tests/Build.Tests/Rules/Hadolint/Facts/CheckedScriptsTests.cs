using ContainerSecurity.Formats.Dockerfiles.Parsing;
using ContainerSecurity.Formats.Hadolint;
using ContainerSecurity.Rules.Facts;
using ContainerSecurity.Rules.Hadolint.Facts;

namespace Build.Tests.Rules.Hadolint.Facts;

public sealed class CheckedScriptsTests
{
    [Fact]
    public void A_RUN_is_for_sh_and_knows_the_variables_that_a_builder_passes()
    {
        var script = Assert.Single(Scripts("FROM a:1\nRUN b $C\n"));

        Assert.Equal(2, script.Line);
        Assert.StartsWith("#!/bin/sh\nexport FTP_PROXY=1\n", script.Text, StringComparison.Ordinal);
        Assert.EndsWith("export no_proxy=1\nb $C", script.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Variables_of_the_stage_are_set_those_of_others_are_not()
    {
        var scripts = Scripts("ARG X\nFROM a:1 AS b\nARG Y\nENV Z=1\nRUN c\nFROM d:1\nRUN e\nFROM b\nRUN f\n");

        Assert.Equal([(5, "Y Z"), (7, ""), (9, "Y Z")], scripts.Select(script => (script.Line, Own(script))));
    }

    [Theory]
    [InlineData("FROM a:1\nSHELL [\"/bin/bash\", \"-o\", \"pipefail\", \"-c\"]\nRUN b\n", "/bin/bash")]
    [InlineData("FROM a:1\n# hadolint shell=/bin/dash # why\nRUN b\n", "/bin/dash")]
    [InlineData("# hadolint shell=bash\nFROM a:1\nRUN b\n", "bash")]
    [InlineData("FROM a:1 AS x\nSHELL [\"/bin/ksh\", \"-c\"]\nFROM x\nRUN b\n", "/bin/ksh")]
    [InlineData("FROM a:1 AS x\nSHELL [\"/bin/ksh\", \"-c\"]\nFROM b:1\nRUN b\n", "/bin/sh")]
    [InlineData("FROM a:1\nSHELL [\"/bin/bash\", \"-c\"]\nENV A=1\nRUN b\n", "/bin/bash")]
    public void SHELL_and_pragmas_name_the_shell(string dockerfile, string shell) =>
        Assert.Equal($"#!{shell}", Assert.Single(Scripts(dockerfile)).Text.Split('\n')[0]);

    [Theory]
    [InlineData("FROM a:1\nRUN [\"sh\", \"-c\", \"b\"]\n")]
    [InlineData("FROM a:1\nSHELL [\"powershell\", \"-Command\"]\nENV A=1\nRUN b\n")]
    [InlineData("FROM a:1\n# hadolint shell=pwsh\nRUN b\n")]
    [InlineData("FROM a:1\nSHELL [\"cmd\", \"/S\"]\nRUN b\n")]
    [InlineData("FROM a:1\nRUN <<E\n#!/usr/bin/env python\nprint(1)\nE\n")]
    [InlineData("FROM a:1\nCMD b $C\n")]
    public void What_is_no_text_for_a_POSIX_shell_is_left_out(string dockerfile) => Assert.Empty(Scripts(dockerfile));

    [Fact]
    public void A_RUN_after_ONBUILD_is_judged_with_what_ONBUILD_set() =>
        Assert.Equal([(3, "B")], Scripts("FROM a:1\nONBUILD ENV B=1\nONBUILD RUN c\n").Select(script => (script.Line, Own(script))));

    [Fact]
    public void A_here_document_is_the_script() =>
        Assert.EndsWith("\na $B\n", Assert.Single(Scripts("FROM a:1\nRUN <<E\na $B\nE\n")).Text, StringComparison.Ordinal);

    private static string Own(CheckedScript script) => string.Join(' ', script.Text.Split('\n')
        .Where(line => line.StartsWith("export ", StringComparison.Ordinal) && !line.Contains("proxy", StringComparison.OrdinalIgnoreCase))
        .Select(line => line["export ".Length..].Split('=')[0]));

    private static CheckedScript[] Scripts(string text) =>
        [.. CheckedScripts.Find(LintedFile.Create(DockerfileParser.Parse("Dockerfile", text).Dockerfile!, new LintConfiguration()))];
}
