using Build.Tests.Images;
using ContainerSecurity.Findings;
using ContainerSecurity.Packaging;
using ContainerSecurity.Processes;

namespace Build.Tests.Packaging;

public sealed class SourceDateTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private Task<SourceDate> ReadAsync(string? epoch, IToolRunner runner) =>
        SourceDate.ReadAsync(epoch, _folder.Path, runner, CancellationToken.None);

    [Fact]
    public async Task SOURCE_DATE_EPOCH_comes_first()
    {
        Directory.CreateDirectory(_folder[".git"]);

        var date = await ReadAsync("1700000000", new RecordedRunner(_ => throw new InvalidOperationException("git was asked")));

        Assert.Equal((DateTimeOffset.FromUnixTimeSeconds(1_700_000_000), "SOURCE_DATE_EPOCH"), (date.Time, date.From));
    }

    [Theory]
    [InlineData("yesterday")]
    [InlineData("-1")]
    [InlineData("99999999999999")]
    public async Task A_SOURCE_DATE_EPOCH_that_is_no_time_is_bad_input(string epoch)
    {
        var error = await Assert.ThrowsAsync<InputException>(() => ReadAsync(epoch, new RecordedRunner(_ => "")));

        Assert.Contains($"SOURCE_DATE_EPOCH is `{epoch}`", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Then_the_last_commit_of_this_very_repository()
    {
        Directory.CreateDirectory(_folder[".git"]);
        var runner = new RecordedRunner(_ => "1700000001\n");

        var date = await ReadAsync(null, runner);

        Assert.Equal((1_700_000_001L, "last commit"), (date.Time.ToUnixTimeSeconds(), date.From));
        Assert.Equal(["-C", _folder.Path, "log", "-1", "--format=%ct"], Assert.Single(runner.Commands).Arguments.AsEnumerable());
    }

    [Fact]
    public async Task A_tree_without_repository_is_of_1970_even_inside_another_repository()
    {
        var date = await ReadAsync(null, new RecordedRunner(_ => throw new InvalidOperationException("git was asked")));

        Assert.Equal(DateTimeOffset.UnixEpoch, date.Time);
    }

    [Fact]
    public async Task A_repository_that_git_cannot_read_is_of_1970_and_says_why()
    {
        Directory.CreateDirectory(_folder[".git"]);

        var date = await ReadAsync(null, new RecordedRunner(_ => throw new ToolFailedException("dubious ownership")));

        Assert.Equal(DateTimeOffset.UnixEpoch, date.Time);
        Assert.Contains("dubious ownership", date.From, StringComparison.Ordinal);
    }
}
