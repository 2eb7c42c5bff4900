using Build.Tests.Images;
using ContainerSecurity.Checkout;
using ContainerSecurity.Processes;

namespace Build.Tests.Checkout;

public sealed class RepositoryListingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SkippableFact]
    public async Task Git_says_what_is_build_output_and_a_tracked_file_is_looked_at_wherever_it_lies()
    {
        Write(".gitignore", "bin/\nnode_modules/\nartifacts/\n.env\n*.key\nlocal/\n");
        Write("proxy/bin/Debug/a.dll", "output");
        Write("tool/bin/kept.sh", "tracked");
        Write("tool/bin/other.sh", "ignored beside a tracked file");
        Write("web/node_modules/x/index.js", "output");
        Write("server.key", "ignored, no output");
        Write("local/notes", "ignored, no output");
        Write(".env", "ignored");
        await GitAsync("init", "-q");
        await GitAsync("add", ".gitignore");
        await GitAsync("add", "-f", "tool/bin/kept.sh");

        var files = await ListAsync();

        Assert.Equal(
            [".env", ".gitignore", "local/notes", "server.key", "tool/bin/kept.sh", "tool/bin/other.sh"],
            files.Files.AsEnumerable());
        Assert.Equal(["proxy/bin", "web/node_modules"], files.BuildFolders.AsEnumerable());
        Assert.Equal([".env", "local/notes", "server.key", "tool/bin/other.sh"], files.Ignored.Order(StringComparer.Ordinal));
        Assert.True(files.IsKeyFile(".env"));
        Assert.False(files.IsKeyFile("server.key"));
    }

    [SkippableFact]
    public async Task An_env_file_that_git_does_not_ignore_is_no_place_for_keys()
    {
        Write("proxy/.env", "x");
        await GitAsync("init", "-q");

        Assert.False((await ListAsync()).IsKeyFile("proxy/.env"));
    }

    [Fact]
    public void Without_a_repository_output_is_what_lies_beside_its_project()
    {
        Write("proxy/Proxy.csproj", "<Project/>");
        Write("proxy/bin/a.dll", "output");
        Write("scripts/bin/run.sh", "no output");
        Write("web/package.json", "{}");
        Write("web/node_modules/x/index.js", "output");
        Write("artifacts/image.tar", "output");
        Write(".env", "x");

        var files = Listed.Files(_folder.Path);

        Assert.Equal([".env", "proxy/Proxy.csproj", "scripts/bin/run.sh", "web/package.json"], files.Files.AsEnumerable());
        Assert.False(files.IsKeyFile(".env"));
    }

    [Fact]
    public async Task Links_are_not_followed_but_told()
    {
        Write("a", "x");
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "link"), "/etc/hostname");
        Directory.CreateSymbolicLink(Path.Combine(_folder.Path, "loop"), _folder.Path);

        var files = await ListAsync();

        Assert.Equal("a", Assert.Single(files.Files));
        Assert.Equal("link", Assert.Single(files.FileLinks));
        Assert.Equal("loop", Assert.Single(files.FolderLinks));
        Assert.Equal(["a", "link"], files.Named);
    }

    [Fact]
    public void What_a_commit_of_everything_would_hold_is_said_by_the_files_of_the_repository_alone()
    {
        Write(".gitignore", "bin/\n*.log\nlocal/\n");
        Write("a.txt", "a");
        Write("bin/tool", "x");
        Write("sub/.gitignore", "!keep.log\n");
        Write("sub/keep.log", "x");
        Write("sub/drop.log", "x");
        Write("local/.gitignore", "!x\n");
        Write("local/x", "x");
        Write(".git/config", "x");
        Write("artifacts/report", "x");
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "link"), "/etc/hostname");

        var files = Listed.Files(_folder.Path);

        Assert.Equal([".gitignore", "a.txt", "sub/.gitignore", "sub/keep.log"], files.Committable);
        Assert.True(files.IgnoreRules.IsIgnored("new/x.log", isDirectory: false));
        Assert.Contains("bin/tool", files.Files);
    }

    [Fact]
    public void A_gitignore_that_git_would_read_otherwise_leaves_nothing_out_and_is_named()
    {
        _folder.Write("sub/.gitignore", System.Text.Encoding.Unicode.GetPreamble().Concat(System.Text.Encoding.Unicode.GetBytes(".env\n")).ToArray());

        var files = Listed.Files(_folder.Path);

        Assert.False(files.IgnoreRules.IsIgnored("sub/.env", isDirectory: false));
        Assert.StartsWith("sub/.gitignore:1: not UTF-8", Assert.Single(files.UnreadIgnoreFiles).Why, StringComparison.Ordinal);
    }

    private BuildPaths Paths => new(_folder.Path, Path.Combine(_folder.Path, "artifacts"), _folder.Path);

    private void Write(string file, string text) => _folder.Write(file, text);

    private Task<RepositoryFiles> ListAsync() => new RepositoryListing(new ToolRunner(), Paths).ReadAsync(CancellationToken.None);

    private async Task GitAsync(params string[] arguments)
    {
        Requirement.Require(ExecutableFile.Find("git") is not null, "git");
        await new ToolRunner().RunAsync(
            new ToolCommand { Executable = "git", Arguments = [.. arguments], WorkingDirectory = _folder.Path, Timeout = TimeSpan.FromSeconds(30) },
            CancellationToken.None);
    }
}
