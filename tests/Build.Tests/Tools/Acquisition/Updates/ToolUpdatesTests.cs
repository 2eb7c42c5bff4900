using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using ContainerSecurity.Processes;
using ContainerSecurity.Tools.Acquisition;
using ContainerSecurity.Tools.Acquisition.Updates;
using static Build.Tests.Tools.Acquisition.SampleArchive;

namespace Build.Tests.Tools.Acquisition.Updates;

public sealed class ToolUpdatesTests : IDisposable
{
    private const string ReleasesPath = "/repos/owner/sample/releases";
    private const string Digest = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

    private static readonly DateTimeOffset Now = new(2026, 3, 20, 12, 0, 0, TimeSpan.Zero);
    private static readonly byte[] Tarball = Tar(File("package/bin/sample", Script));

    private readonly ReleaseServer _server = new();
    private readonly FakeRegistry _registry = new();

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task A_release_that_is_old_enough_is_proposed_with_the_digests_GitHub_lists()
    {
        Lists(
            Release("v1.3.0", 2, "sample_1.3.0_linux.tar.gz"),
            Release("v1.2.4", 9, "sample_1.2.4_linux.tar.gz"),
            Release("v1.2.3", 40, "sample_1.2.3_linux.tar.gz"));

        var update = await ProposeAsync(GitHub);

        Assert.Equal((new Version(1, 2, 4), null), (update.Chosen!.Version, update.Problem));
        Assert.Equal([new Version(1, 3, 0)], update.TooYoung.Select(young => young.Version));
        var entry = JsonSerializer.Deserialize<LockedTool>(update.Entry!, LockJson.Settings)!;
        var pinned = Assert.IsType<GitHubRelease>(Assert.Single(entry.Platforms["linux-x64"]));
        Assert.Equal(
            ("v1.2.4", "sample_1.2.4_linux.tar.gz", Digest, 77L, "sample"), (pinned.Tag, pinned.Asset, pinned.Sha256, pinned.Size, pinned.Member));
        Assert.Contains("one source only", pinned.DigestSource, StringComparison.Ordinal);
        Assert.Equal(["from", "repository", "tag", "asset", "sha256", "size", "member", "digestSource"], PropertiesOfFirst(update.Entry!));
        Assert.Empty(ToolsLockValidator.Validate(new ToolsLock(ImmutableSortedDictionary<string, LockedTool>.Empty.Add("sample", entry))));
    }

    [Fact]
    public async Task Drafts_and_pre_releases_are_not_proposed()
    {
        Lists(Release("v1.3.0", 9, "x", draft: true), Release("v1.4.0", 9, "x", prerelease: true), Release("v1.5.0-rc1", 9, "x"));

        var update = await ProposeAsync(GitHub);

        Assert.Equal((null, null, null), (update.Chosen, update.Entry, update.Problem));
    }

    [Fact]
    public async Task A_renamed_asset_is_a_problem_not_a_guess()
    {
        Lists(Release("v1.2.4", 9, "sample-Linux-1.2.4.tar.gz"));

        Assert.Contains("has no asset 'sample_1.2.4_linux.tar.gz'", (await ProposeAsync(GitHub)).Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("404 Not Found", "[]", "returned 404")]
    [InlineData("200 OK", "{ \"message\": \"no\" }", "could not be asked")]
    [InlineData("200 OK", "[ { \"tag_name\": \"v1.2.4\" } ]", "could not be asked")]
    [InlineData("200 OK", "<html>", "could not be asked")]
    public async Task An_answer_without_releases_is_a_problem(string status, string body, string problem)
    {
        _server.Raw(ReleasesPath, $"{status}\r\nContent-Length: {body.Length}", Encoding.ASCII.GetBytes(body));

        Assert.Contains(problem, (await ProposeAsync(GitHub)).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_package_is_proposed_with_its_integrity_and_the_digest_of_its_executable()
    {
        _registry.Answers["@owner/sample time"] = Times(("1.2.3", 40), ("1.2.4", 9), ("1.2.5", 1));
        _registry.Answers["@owner/sample@1.2.4 dist.integrity"] = $"\"{Integrity(Tarball)}\"";

        var update = await ProposeAsync(Package);

        Assert.Null(update.Problem);
        var pinned = Assert.IsType<NpmPackage>(Assert.Single(
            JsonSerializer.Deserialize<LockedTool>(update.Entry!, LockJson.Settings)!.Platforms["linux-x64"]));
        Assert.Equal(
            ("1.2.4", Integrity(Tarball), Tarball.Length, Sha256(Script)), (pinned.Version, pinned.Integrity, pinned.Size, pinned.ExecutableSha256));
    }

    [Fact]
    public async Task A_tarball_that_is_not_the_announced_one_is_a_problem()
    {
        _registry.Answers["@owner/sample time"] = Times(("1.2.4", 9));
        _registry.Answers["@owner/sample@1.2.4 dist.integrity"] = $"\"{Integrity([1])}\"";

        Assert.Contains("does not match its pinned digest", (await ProposeAsync(Package)).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_package_without_a_sha512_is_a_problem()
    {
        _registry.Answers["@owner/sample time"] = Times(("1.2.4", 9));
        _registry.Answers["@owner/sample@1.2.4 dist.integrity"] = "\"sha1-AAAA\"";

        Assert.Contains("no SHA-512", (await ProposeAsync(Package)).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_version_counts_when_every_platform_has_it_for_long_enough()
    {
        _registry.Answers["@owner/sample time"] = Times(("1.2.4", 20), ("1.2.5", 9), ("1.2.6", 9));
        _registry.Answers["@owner/other time"] = Times(("1.2.4", 20), ("1.2.5", 1));
        _registry.Answers["@owner/sample@1.2.4 dist.integrity"] = _registry.Answers["@owner/other@1.2.4 dist.integrity"] =
            $"\"{Integrity(Tarball)}\"";

        var update = await ProposeAsync(Package, Package with { Package = "@owner/other" });

        Assert.Equal(new Version(1, 2, 4), update.Chosen?.Version);
        Assert.Equal([new Version(1, 2, 5)], update.TooYoung.Select(young => young.Version));
    }

    [Fact]
    public async Task A_stand_in_stays_as_it_is_and_does_not_hold_the_tool_back()
    {
        Lists(Release("v1.2.4", 9, "sample_1.2.4_linux.tar.gz"));
        var standIn = Package with { StandIn = new StandInBuild("dev") };

        var update = await ProposeAsync(GitHub, standIn);

        Assert.Equal(standIn, JsonSerializer.Deserialize<LockedTool>(update.Entry!, LockJson.Settings)!.Platforms["linux-x64"][1]);
    }

    private static GitHubRelease GitHub =>
        new("owner/sample", "v1.2.3", "sample_1.2.3_linux.tar.gz", new string('f', 64)) { Member = "sample", DigestSource = "two files" };

    private static NpmPackage Package => new("@owner/sample", "1.2.3", Integrity([2])) { Member = "bin/sample", DigestSource = "npm" };

    private async Task<ToolUpdate> ProposeAsync(params ImmutableArray<ToolOrigin> origins)
    {
        var tool = new LockedTool("1.2.3", ImmutableSortedDictionary<string, ImmutableArray<ToolOrigin>>.Empty.Add("linux-x64", origins));
        var locked = new ToolsLock(ImmutableSortedDictionary<string, LockedTool>.Empty.Add("sample", tool));
        return Assert.Single(await new ToolUpdates(new GitHubReleases(_server.Network), new NpmReleases(_registry), new FixedClock())
            .ProposeAsync(locked, CancellationToken.None));
    }

    private void Lists(params string[] releases) => _server.Answer(ReleasesPath, Encoding.ASCII.GetBytes($"[{string.Join(',', releases)}]"));

    private static IEnumerable<string> PropertiesOfFirst(string entry)
    {
        using var json = JsonDocument.Parse(entry);
        return [.. json.RootElement.GetProperty("platforms").GetProperty("linux-x64")[0].EnumerateObject().Select(property => property.Name)];
    }

    private static string Release(string tag, int days, string asset, bool draft = false, bool prerelease = false) => $$"""
        { "tag_name": "{{tag}}", "draft": {{(draft ? "true" : "false")}}, "prerelease": {{(prerelease ? "true" : "false")}}, "published_at": "{{Now.AddDays(-days):O}}",
          "assets": [ { "name": "{{asset}}", "size": 77, "digest": "sha256:{{Digest}}", "state": "uploaded" } ] }
        """;

    private static string Times(params (string Version, int Days)[] versions) =>
        JsonSerializer.Serialize(versions
            .ToDictionary(entry => entry.Version, entry => Now.AddDays(-entry.Days))
            .Append(new("created", Now.AddDays(-900)))
            .ToDictionary());

    private sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }

    /// <summary>npm's answers to <c>view</c> by what is asked, and one tarball for <c>pack</c>.</summary>
    private sealed class FakeRegistry : IToolRunner
    {
        public Dictionary<string, string> Answers { get; } = [];

        public async Task<ToolResult> RunAsync(ToolCommand command, CancellationToken cancellation)
        {
            if (command.Arguments[0] == "view")
                return new ToolResult(0, Answers[$"{command.Arguments[1]} {command.Arguments[2]}"], "", TimeSpan.Zero);
            await System.IO.File.WriteAllBytesAsync(Path.Combine(command.WorkingDirectory!, "packed.tgz"), Tarball, cancellation);
            return new ToolResult(0, "", "", TimeSpan.Zero);
        }
    }
}
