using Build.Tests.Images;
using ContainerSecurity.Processes;
using ContainerSecurity.Tools.ShellCheck;

namespace Build.Tests.Tools.ShellCheck;

/// <summary>With the installed program, which the cache is told apart by.</summary>
public sealed class ShellCheckCacheTests : IDisposable
{
    private const string Bad = "#!/bin/sh\ncat a | echo $A";
    private const string Good = "#!/bin/sh\ntrue";

    private readonly TemporaryFolder _folder = new();

    public ShellCheckCacheTests() => Requirement.Require(File.Exists("/usr/bin/shellcheck"), "shellcheck");

    public void Dispose() => _folder.Dispose();

    [SkippableFact]
    public async Task A_text_that_was_judged_before_starts_nothing()
    {
        var first = await CheckAsync(new ToolRunner(), Bad, Good);

        var second = await CheckAsync(new NoRunner(), Good, Bad);

        Assert.NotEmpty(first.Comments[Bad]);
        Assert.Equal(first.Comments[Bad], second.Comments[Bad].Select(comment => comment with { Script = first.Comments[Bad].First().Script }));
        Assert.Empty(second.Unjudged);
    }

    [SkippableFact]
    public async Task What_earlier_runs_judged_is_kept()
    {
        foreach (var text in (string[])[Bad, Good, "#!/bin/sh\ncd /a"])
            await CheckAsync(new ToolRunner(), text);

        Assert.NotEmpty((await CheckAsync(new NoRunner(), Good, Bad)).Comments[Bad]);
    }

    [SkippableFact]
    public async Task Another_text_is_judged()
    {
        await CheckAsync(new ToolRunner(), Bad);

        await Assert.ThrowsAsync<InvalidOperationException>(() => CheckAsync(new NoRunner(), Bad + "\n"));
    }

    [SkippableTheory]
    [InlineData("2086", "2034")]
    [InlineData("\"comments\":[{", "\"comments\":[],\"x\":[{")]
    [InlineData("\n", "")]
    public async Task A_damaged_entry_counts_as_none(string old, string by)
    {
        await CheckAsync(new ToolRunner(), Bad);
        foreach (var file in Directory.GetFiles(Cache))
            File.WriteAllText(file, File.ReadAllText(file).Replace(old, by, StringComparison.Ordinal));

        await Assert.ThrowsAsync<InvalidOperationException>(() => CheckAsync(new NoRunner(), Bad));
        Assert.Contains(2086, (await CheckAsync(new ToolRunner(), Bad)).Comments[Bad].Select(comment => comment.Code));
    }

    [SkippableFact]
    public async Task A_folder_that_others_may_write_to_is_not_used()
    {
        if (OperatingSystem.IsWindows())
            return;
        await CheckAsync(new ToolRunner(), Bad);
        File.SetUnixFileMode(Cache, File.GetUnixFileMode(Cache) | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute);

        await Assert.ThrowsAsync<InvalidOperationException>(() => CheckAsync(new NoRunner(), Bad));
    }

    [SkippableFact]
    public async Task A_script_that_needs_more_memory_than_it_is_given_costs_no_other_one()
    {
        var pairs = Enumerable.Range(0, 1500).Select(n => $" && V{n}=$(cat /{n}) && echo \"$V{n}\" > /tmp/{n}");
        var huge = $"#!/bin/sh\ntrue{string.Concat(pairs)}\n";

        var said = await CheckAsync(new ToolRunner(), huge, Bad);

        Assert.Equal([huge], said.Unjudged.Keys);
        Assert.Contains("exit code 251", said.Unjudged[huge], StringComparison.Ordinal);
        Assert.NotEmpty(said.Comments[Bad]);
    }

    private string Cache => Path.Combine(_folder.Path, "cache");

    private async Task<ShellCheckAnswers> CheckAsync(IToolRunner runner, params string[] scripts)
    {
        var engine = new ShellCheckEngine(runner, new ShellCheckCache(Cache));
        await engine.VersionAsync(CancellationToken.None);
        return await engine.CheckAsync(scripts, CancellationToken.None);
    }

    private sealed class NoRunner : IToolRunner
    {
        public Task<ToolResult> RunAsync(ToolCommand command, CancellationToken cancellation) => throw new InvalidOperationException("started");
    }
}
