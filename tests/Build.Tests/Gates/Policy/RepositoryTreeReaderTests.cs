using Build.Tests.Images;
using ContainerSecurity.Checkout;
using ContainerSecurity.Gates.Policy;

namespace Build.Tests.Gates.Policy;

public sealed class RepositoryTreeReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_tree_is_what_a_commit_of_everything_would_hold()
    {
        _folder.Write(".gitignore", "bin/\n*.log\n");
        _folder.Write("a.txt", "a");
        _folder.Write("bin/tool", "x");
        _folder.Write("sub/.gitignore", "!keep.log\n");
        _folder.Write("sub/keep.log", "x");
        _folder.Write("sub/drop.log", "x");
        _folder.Write(".git/config", "x");
        _folder.Write("out/report", "x");

        Assert.Equal([".gitignore", "a.txt", "sub/.gitignore", "sub/keep.log"], Read().Files.AsEnumerable());
    }

    [SkippableFact]
    public void Links_are_not_followed_out_of_the_tree()
    {
        Requirement.Met(!OperatingSystem.IsWindows(), "a system whose users may make links");
        using var outside = new TemporaryFolder();
        outside.Write("secret", TestSecrets.PrivateKey());
        Directory.CreateSymbolicLink(_folder["folder"], outside.Path);
        File.CreateSymbolicLink(_folder["file"], outside["secret"]);

        Assert.Empty(Read().Files.AsEnumerable());
    }

    [Fact]
    public void A_secret_is_found_with_its_line()
    {
        _folder.Write("notes.md", $"one\ntwo\n{TestSecrets.GitHubToken()}\n");

        var secret = Assert.Single(Read().Secrets);
        Assert.Equal(("notes.md", 3), (secret.Place.File, secret.Place.Line));
    }

    [Theory]
    [InlineData("", "a", "a")]
    [InlineData(".devcontainer", "../Dockerfile", "Dockerfile")]
    [InlineData("a/b", "./c", "a/b/c")]
    [InlineData("a", "../../x", "../x")]
    public void Paths_are_joined_inside_the_root(string folder, string relative, string path) => Assert.Equal(path, RepositoryPath.Join(folder, relative));

    private RepositoryTree Read() => new RepositoryTreeReader(_folder.Path, _folder["out"]).Read(CancellationToken.None);
}
