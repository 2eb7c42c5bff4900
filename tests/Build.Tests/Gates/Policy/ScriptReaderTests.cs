namespace Build.Tests.Gates.Policy;

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
}
