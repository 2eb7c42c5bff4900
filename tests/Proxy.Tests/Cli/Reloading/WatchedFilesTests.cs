using ClaudeCodeProxy.Cli.Reloading;

namespace Proxy.Tests.Cli.Reloading;

public sealed class WatchedFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_is_like_itself_as_long_as_nobody_writes()
    {
        File.WriteAllText(_folder.File("key"), "one");
        var before = Look("key");

        Assert.True(Look("key").IsLike(before));
        File.WriteAllText(_folder.File("key"), "longer");
        Assert.False(Look("key").IsLike(before));
    }

    [Fact]
    public void Another_text_of_the_same_length_is_seen_by_its_time()
    {
        File.WriteAllText(_folder.File("key"), "one");
        var before = Look("key");

        File.WriteAllText(_folder.File("key"), "two");
        File.SetLastWriteTimeUtc(_folder.File("key"), DateTime.UtcNow.AddSeconds(1));

        Assert.False(Look("key").IsLike(before));
    }

    [Fact]
    public void A_file_that_comes_or_goes_is_a_change()
    {
        var missing = Look("key");
        Assert.True(Look("key").IsLike(missing));

        File.WriteAllText(_folder.File("key"), "");
        Assert.False(Look("key").IsLike(missing));
    }

    /// <summary>Kubernetes writes a folder beside the old one, and then has one link lead to it.</summary>
    [Fact]
    public void A_secret_that_Kubernetes_exchanges_is_seen()
    {
        foreach (var (folder, key) in new[] { ("..1", "one"), ("..2", "two-two") })
        {
            Directory.CreateDirectory(_folder.File(folder));
            File.WriteAllText(Path.Combine(_folder.File(folder), "key"), key);
        }

        File.CreateSymbolicLink(_folder.File("..data"), "..1");
        File.CreateSymbolicLink(_folder.File("key"), Path.Combine("..data", "key"));
        var before = Look("key");

        File.Delete(_folder.File("..data"));
        File.CreateSymbolicLink(_folder.File("..data"), "..2");

        Assert.False(Look("key").IsLike(before));
    }

    [Theory]
    [InlineData("circle")]
    [InlineData("nul\0")]
    [InlineData("folder/below")]
    public void What_cannot_be_looked_at_is_no_failure(string name)
    {
        File.CreateSymbolicLink(_folder.File("circle"), "circle");
        File.WriteAllText(_folder.File("folder"), "");

        Assert.True(Look(name).IsLike(Look(name)));
    }

    private WatchedFiles Look(string name) => new([_folder.Path + "/" + name]);
}
