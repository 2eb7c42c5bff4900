using Build.Tests.Images;
using ContainerSecurity.Checkout;
using ContainerSecurity.Tools.Trivy.Database;

namespace Build.Tests.Tools.Trivy.Database;

/// <summary>What is remembered here is a lie, so that a test can tell whether it was believed.</summary>
public sealed class DatabaseDigestTests : IDisposable
{
    private const string Abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    private static readonly string Lie = new('0', 64);

    private readonly TemporaryFolder _folder = new();
    private readonly string _database;

    public DatabaseDigestTests()
    {
        _database = _folder.Write("trivy.db", "abc");
        Assert.Equal(Abc, Digest());
        if (File.Exists(Memory))
            File.WriteAllText(Memory, File.ReadAllText(Memory).Replace(Abc, Lie, StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Dispose();

    [SkippableFact]
    public void An_untouched_database_is_not_hashed_again()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Linux");

        Assert.Equal(Lie, Digest());
    }

    [Fact]
    public void One_that_must_be_a_certain_one_is_hashed_whatever_is_remembered() => Assert.Equal(Abc, Digest(ignoreRemembered: true));

    [Fact]
    public void Another_content_of_the_same_size_and_time_is_hashed()
    {
        var time = File.GetLastWriteTimeUtc(_database);
        File.WriteAllText(_database, "abd");
        File.SetLastWriteTimeUtc(_database, time);

        Assert.Equal("a52d159f262b2c6ddb724a61840befc36eb30c88877a4030b65cbe86298449c9", Digest());
    }

    [Fact]
    public void Another_file_in_its_place_is_hashed()
    {
        var time = File.GetLastWriteTimeUtc(_database);
        var other = _folder.Write("other.db", "abc");
        File.SetLastWriteTimeUtc(other, time);
        File.Move(other, _database, overwrite: true);

        Assert.Equal(Abc, Digest());
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{\"Stamp\":null,\"Sha256\":\"00\"}")]
    public void A_memory_that_cannot_be_read_is_none(string text)
    {
        File.WriteAllText(Memory, text);

        Assert.Equal(Abc, Digest());
    }

    [Fact]
    public void Where_nothing_can_be_remembered_it_is_hashed_each_time()
    {
        File.Delete(Memory);
        Directory.CreateDirectory(Memory);

        Assert.Equal(Abc, Digest());
    }

    [SkippableFact]
    public void A_stamp_tells_the_size_and_the_time_of_a_file()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Linux");

        var stamp = FileStamp.Read(_database);

        Assert.Equal(
            (3UL, new DateTimeOffset(File.GetLastWriteTimeUtc(_database)).ToUnixTimeMilliseconds()), (stamp!.Size, stamp.Modified / 1_000_000));
        Assert.Null(FileStamp.Read(_folder["missing"]));
    }

    private string Memory => _folder["memory.json"];

    private string Digest(bool ignoreRemembered = false) => DatabaseDigest.Compute(_database, Memory, ignoreRemembered).Sha256;
}
