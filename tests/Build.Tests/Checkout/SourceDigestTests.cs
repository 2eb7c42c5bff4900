using ContainerSecurity.Checkout;

namespace Build.Tests.Checkout;

public sealed class SourceDigestTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sources-").FullName;

    [Fact]
    public void The_order_of_files_and_their_times_do_not_matter()
    {
        var (a, b) = (Write("a", "1"), Write("b", "2"));
        var before = SourceDigest.Compute(_folder, [a, b], "");
        File.SetLastWriteTimeUtc(a, DateTime.UnixEpoch);

        Assert.Equal(before, SourceDigest.Compute(_folder, [b, a], ""));
    }

    [Fact]
    public void A_changed_content_a_new_name_and_another_tool_each_change_it()
    {
        var a = Write("a", "1");
        var before = SourceDigest.Compute(_folder, [a], "clang 14");

        Assert.NotEqual(before, SourceDigest.Compute(_folder, [a], "clang 15"));
        Assert.NotEqual(before, SourceDigest.Compute(_folder, [Write("b", "1")], "clang 14"));
        Write("a", "2");
        Assert.NotEqual(before, SourceDigest.Compute(_folder, [a], "clang 14"));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }
}
