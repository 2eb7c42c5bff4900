using System.Formats.Tar;
using ContainerSecurity.Images.Writing;

namespace Build.Tests.Images.Building;

public class ReproducibleBuildTests
{
    private const string Dockerfile = """
        FROM scratch AS proxy
        COPY tree/ /
        COPY b a /opt/
        LABEL z=1 a=2
        ENV B=1 A=2
        EXPOSE 9000 8082
        USER 65532
        """;

    private static readonly string[] Names = ["tree/etc/z", "tree/etc/a", "tree/A", "tree/a.b", "tree/a/b", "a", "b"];

    [Fact]
    public void Two_folders_with_other_times_modes_and_order_of_creation_give_the_same_bytes()
    {
        using var one = new StageBuild();
        using var other = new StageBuild();
        foreach (var name in Names)
            File.SetLastWriteTimeUtc(one.Context.Write(name, name), DateTime.UnixEpoch);
        foreach (var name in Names.Reverse())
            other.Context.Write(name, name, UnixFileMode.UserRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead);

        Assert.Equal(Write(one), Write(other));
    }

    [Fact]
    public void Another_byte_anywhere_gives_another_image()
    {
        using var build = new StageBuild();
        foreach (var name in Names)
            build.Context.Write(name, name);
        var before = build.Run(Dockerfile).Image!.Identity;
        build.Context.Write("tree/etc/z", "Z");

        Assert.NotEqual(before.Digest, build.Run(Dockerfile).Image!.Identity.Digest);
    }

    [Fact]
    public void An_executable_and_a_plain_file_are_not_the_same_image()
    {
        using var build = new StageBuild();
        build.Context.Write("x", "x", UnixFileMode.UserRead);
        var plain = build.Run("FROM scratch AS proxy\nCOPY x /").Image!.Identity;
        build.Context.Write("x", "x", UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        Assert.NotEqual(plain, build.Run("FROM scratch AS proxy\nCOPY x /").Image!.Identity);
    }

    [Fact]
    public void The_given_time_is_the_only_one()
    {
        using var build = new StageBuild();
        build.Context.Write("x", "x");
        var image = build.Run("FROM scratch AS proxy\nCOPY x /d/").Image!;
        using var tar = new TarReader(new MemoryStream(image.Layers[0].Tar));

        while (tar.GetNextEntry() is { } entry)
        {
            Assert.Equal(build.Created, entry.ModificationTime);
            var gnu = Assert.IsType<GnuTarEntry>(entry);
            Assert.Equal(("", "", default, default), (gnu.UserName, gnu.GroupName, gnu.AccessTime, gnu.ChangeTime));
        }

        Assert.DoesNotContain(DateTime.UtcNow.Year.ToString(), System.Text.Encoding.UTF8.GetString(image.Config), StringComparison.Ordinal);
    }

    /// <summary>A change of the tar or JSON writers would move every digest: this one is noticed here, and not by a user who compares.</summary>
    [Fact]
    public void The_digest_of_a_known_stage_is_known()
    {
        using var build = new StageBuild();
        build.Context.Write("x", "x", UnixFileMode.UserRead);

        Assert.Equal(
            "sha256:220fe7bb73ee29601cd8a711a6e51904008b95b6ae9d1c0f52f6b15f262cd209",
            build.Run("FROM scratch AS proxy\nCOPY x /etc/x\nUSER 65532\nEXPOSE 8082\nENTRYPOINT [\"/x\"]").Image!.Identity.Digest);
    }

    private static Dictionary<string, string> Write(StageBuild build)
    {
        var image = build.Run(Dockerfile).Image!;
        OciLayoutWriter.Write([image], build.Layout);
        DockerArchiveWriter.Write(image, build.Archive);
        var files = Directory.GetFiles(build.Layout, "*", SearchOption.AllDirectories).Append(build.Archive);
        return files.ToDictionary(file => Path.GetRelativePath(build.Context.Path, file), file => Convert.ToHexString(File.ReadAllBytes(file)));
    }
}
