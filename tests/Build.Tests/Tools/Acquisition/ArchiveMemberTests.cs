using System.Formats.Tar;
using static Build.Tests.Tools.Acquisition.AcquisitionFixture;
using static Build.Tests.Tools.Acquisition.SampleArchive;

namespace Build.Tests.Tools.Acquisition;

/// <summary>Archives that have the pinned digest and are still not what is expected: a lock file can pin a bad archive, too.</summary>
public sealed class ArchiveMemberTests : IDisposable
{
    private const string Tarball = "sample.tar.gz";

    private readonly AcquisitionFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public async Task A_tampered_member_in_an_archive_with_the_pinned_digest_is_refused()
    {
        var archive = Tar(File("sample", "#!/bin/sh\necho evil\n"u8.ToArray()));
        _fixture.Server.Answer(AssetPath + Tarball, archive);

        var why = await _fixture.RefusedAsync(Release(Tarball, archive) with { ExecutableSha256 = Sha256(Script) });

        Assert.Contains($"pinned SHA256 {Sha256(Script)}", why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_truncated_archive_with_the_pinned_digest_is_refused()
    {
        var archive = Tar(File("sample", [.. Enumerable.Range(0, 5000).Select(number => (byte)(number * number))]))[..^200];
        _fixture.Server.Answer(AssetPath + Tarball, archive);

        Assert.Contains("cannot be read to its end", await _fixture.RefusedAsync(Release(Tarball, archive)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../../../sample")]
    [InlineData("/etc/cron.d/sample")]
    [InlineData("bin/../../sample")]
    [InlineData("..\\sample")]
    public async Task An_entry_that_leads_out_of_the_archive_is_refused_even_beside_the_right_one(string entry)
    {
        var archive = Tar(File("sample", Script), File(entry, "evil"u8.ToArray()));
        _fixture.Server.Answer(AssetPath + Tarball, archive);

        Assert.Contains($"'{entry}' leads out of the archive", await _fixture.RefusedAsync(Release(Tarball, archive)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entry_of_a_zip_that_leads_out_of_the_archive_is_refused()
    {
        var archive = Zip("../sample", Script);
        _fixture.Server.Answer(AssetPath + "sample.zip", archive);

        Assert.Contains("leads out of the archive", await _fixture.RefusedAsync(Release("sample.zip", archive)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(TarEntryType.SymbolicLink)]
    [InlineData(TarEntryType.HardLink)]
    public async Task A_member_that_is_a_link_is_refused(TarEntryType type)
    {
        var archive = Tar(Link(type, "sample", "/bin/sh"));
        _fixture.Server.Answer(AssetPath + Tarball, archive);

        Assert.Contains("is a link", await _fixture.RefusedAsync(Release(Tarball, archive)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_of_a_zip_that_is_a_link_is_refused()
    {
        var archive = Zip("sample", "/bin/sh"u8.ToArray(), unixMode: 0xA1FF);
        _fixture.Server.Answer(AssetPath + "sample.zip", archive);

        Assert.Contains("is a link", await _fixture.RefusedAsync(Release("sample.zip", archive)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_that_is_there_twice_is_refused()
    {
        var archive = Tar(File("sample", Script), File("sample", "evil"u8.ToArray()));
        _fixture.Server.Answer(AssetPath + Tarball, archive);

        Assert.Contains("more than once", await _fixture.RefusedAsync(Release(Tarball, archive)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_archive_without_the_member_is_refused()
    {
        var archive = Tar(File("bin/sample", Script));
        _fixture.Server.Answer(AssetPath + Tarball, archive);

        Assert.Contains("does not contain 'sample'", await _fixture.RefusedAsync(Release(Tarball, archive)), StringComparison.Ordinal);
    }
}
