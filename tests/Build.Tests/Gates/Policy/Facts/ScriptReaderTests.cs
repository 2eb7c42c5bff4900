namespace Build.Tests.Gates.Policy.Facts;

public class ScriptReaderTests
{
    [Theory]
    [InlineData("install.sh", "true", true)]
    [InlineData(".ci/run", "#!/usr/bin/env bash\ntrue", true)]
    [InlineData("tool", "#!/bin/sh -e\ntrue", true)]
    [InlineData("tool", "#!/usr/bin/env -S bash -e\ntrue", true)]
    [InlineData("tool", "#!/usr/bin/env node\ntrue", false)]
    [InlineData("LICENSE", "MIT", false)]
    [InlineData("build.ps1", "exit", true)]
    [InlineData("sub/action.yml", "runs: { steps: [{ run: a }] }", true)]
    [InlineData("sub/action.yml", "something: else", false)]
    [InlineData("notes.md", "# curl", false)]
    public void Scripts_are_known_by_name_or_first_line(string path, string text, bool found)
    {
        using var repository = new SampleRepository();
        repository.Write(path, text);

        Assert.Equal(found, repository.Facts().Scripts.Any(script => script.Place.File == path));
    }

    [Theory]
    [InlineData("install.sh", "true\n\0", "install.sh:2: not text")]
    [InlineData(".github/workflows/ci.yml", "on: push\n# \0", ".github/workflows/ci.yml:2: not text")]
    public void A_script_that_cannot_be_read_leaves_its_claim_unproven(string path, string text, string why)
    {
        using var repository = new SampleRepository();
        repository.Write(path, text);

        Assert.StartsWith(why, Assert.Single(repository.Facts().UnreadScripts), StringComparison.Ordinal);
        Assert.Contains(repository.Judge().Notes, note => note.StartsWith($"DM-4.3 not checked: {why}", StringComparison.Ordinal));
    }

    [Fact]
    public void A_program_without_an_ending_is_no_script_and_is_not_read_as_one()
    {
        using var repository = new SampleRepository();
        repository.Write("tool", "\u007fELF\0\0");

        Assert.Empty(repository.Facts().UnreadScripts);
    }

    [Fact]
    public void A_file_of_PowerShell_may_be_UTF16()
    {
        using var repository = new SampleRepository();
        repository.Write("x.ps1", "");
        File.WriteAllText(repository.PathOf("x.ps1"), "exit", System.Text.Encoding.Unicode);

        Assert.Equal("exit", Assert.Single(repository.Facts().Scripts, script => script.Place.File == "x.ps1").Text);
    }
}
