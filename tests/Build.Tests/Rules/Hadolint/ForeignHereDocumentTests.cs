using ContainerSecurity.Formats.Dockerfiles.Parsing;
using ContainerSecurity.Formats.Hadolint;
using ContainerSecurity.Rules.Facts;
using ContainerSecurity.Rules.Hadolint.Facts;

namespace Build.Tests.Rules.Hadolint;

/// <summary>A here-document whose first line names a program is for that program, whatever SHELL says.</summary>
public sealed class ForeignHereDocumentTests
{
    [Fact]
    public void Rules_about_shells_say_nothing_of_another_language() =>
        Assert.Empty(RuleBench.Lint("FROM debian:12\nRUN <<E\n#!/usr/bin/env python3\nsudo = cd\napt-get install x\nE\n"));

    [Fact]
    public void They_say_the_same_of_a_shell_as_without_the_line() =>
        Assert.Contains("DL3004", RuleBench.Lint("FROM debian:12\nRUN <<E\n#!/bin/bash\nsudo x\nE\n").Select(finding => finding.RuleId));

    [Theory]
    [InlineData("#!/usr/bin/env bash", "#!/bin/bash")]
    [InlineData("#!/bin/sh -e", "#!/bin/sh")]
    [InlineData("#!/usr/bin/dash", "#!/bin/dash")]
    [InlineData("#!/usr/bin/env python3", null)]
    [InlineData("#!/usr/bin/perl -w", null)]
    [InlineData("true", "#!/bin/sh")]
    public void ShellCheck_is_asked_about_that_shell(string line, string? asked)
    {
        var dockerfile = DockerfileParser.Parse("Dockerfile", $"FROM a:1\nRUN <<E\n{line}\nexit\nE\n").Dockerfile!;

        var scripts = CheckedScripts.Find(LintedFile.Create(dockerfile, new LintConfiguration()));

        Assert.Equal(asked, scripts.Select(script => script.Text.Split('\n')[0]).SingleOrDefault());
        Assert.DoesNotContain(scripts, script => script.Text.LastIndexOf("#!", StringComparison.Ordinal) > 0);
    }
}
