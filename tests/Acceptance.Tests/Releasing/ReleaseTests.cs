using System.Security.Cryptography;
using Acceptance.Tests.Docker;
using Acceptance.Tests.Scan;
using Build.Tests.Releasing;
using Build.Tests.Tools.Trivy;
using ContainerSecurity.Images.Reading;
using ContainerSecurity.Packaging.Rebuilding;
using ContainerSecurity.Tools.Trivy.Database;

namespace Acceptance.Tests.Releasing;

/// <summary>A release of this project from a commit to "verified", on a real engine, with a recorded scanner and a database of today.</summary>
public sealed class ReleaseTests(DockerEngine docker) : IClassFixture<DockerEngine>, IDisposable
{
    private readonly RecordedTrivy _trivy = new();
    private readonly ReleaseKey _key = new();

    public void Dispose()
    {
        _trivy.Dispose();
        _key.Dispose();
    }

    [SkippableFact]
    public async Task Two_releases_of_one_commit_are_the_same_and_are_verified_without_a_network()
    {
        await docker.RequireAsync();
        Requirement.Program("qemu-aarch64-static", "qemu-user-static");
        Recording.WriteDatabase(DatabaseCache.Folder(Repository.Paths with { Cache = _trivy.UserCache }), DateTimeOffset.UtcNow.AddHours(-2));
        using var copy = new RepositoryCopy();
        await CompileAsync(copy);
        await CommitAsync(copy);
        await BuildImagesAsync(copy);

        var first = await ReleaseAsync(copy);
        var second = await ReleaseAsync(copy);

        Assert.Equal(first, second);
        var release = copy.PathOf("artifacts/release");
        var verified = await copy.RunOfflineAsync("--target=CheckRelease", $"--input={release}", $"--public-key={_key.PublicFile}");
        Assert.True(verified.ExitCode == 0, verified.Said);
        var unnamed = await copy.RunOfflineAsync("--target=CheckRelease", $"--input={release}");
        Assert.True(unnamed.ExitCode == 3, unnamed.Said);
        await File.AppendAllTextAsync(Path.Combine(release, "scan.md"), "x");
        var refused = await copy.RunOfflineAsync("--target=CheckRelease", $"--input={release}", $"--public-key={_key.PublicFile}");
        Assert.True(refused.ExitCode == 1, refused.Said);
        Assert.Contains("scan.md has the digest", refused.Said, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task What_is_incomplete_or_not_committed_leaves_no_release()
    {
        using var copy = new RepositoryCopy();
        await CommitAsync(copy);
        var release = Directory.CreateDirectory(copy.PathOf("artifacts/release")).FullName;
        copy.Write("new.txt", "not committed\n");

        var outcome = await copy.RunAsync("--target=Release", "--offline");

        Assert.True(outcome.ExitCode == 2, outcome.Said);
        Assert.Contains("new.txt", outcome.Said, StringComparison.Ordinal);
        Assert.False(Directory.Exists(release));
    }

    private async Task CommitAsync(RepositoryCopy copy)
    {
        (copy.Variables["XDG_CACHE_HOME"], copy.Variables["DOCKER_HOST"]) = (_trivy.Cache, docker.Socket);
        _trivy.PutInPlace(copy, SeenImages.Tree("Dockerfile", "tests/Example/Dockerfile"));
        await CommitAsync(copy.Root);
    }

    /// <summary>For both architectures. What is needed to link takes long to fetch, so it is the user's, whose cache this is.</summary>
    private async Task CompileAsync(RepositoryCopy copy)
    {
        var compiled = await copy.RunAsync("--target=Compile", "--rid=linux-x64,linux-arm64");
        Assert.True(compiled.ExitCode == 0, compiled.Said);
        var (user, own) = (Path.Combine(Repository.Paths.Cache, "sysroots"), Path.Combine(_trivy.UserCache, "sysroots"));
        var linked = copy.PathOf($"artifacts/proxy/linux-arm64/{Path.GetFileName(Repository.Paths.LinkedFiles("linux-arm64"))}");
        Directory.CreateDirectory(_trivy.UserCache);
        Directory.CreateSymbolicLink(own, user);
        File.WriteAllText(linked, File.ReadAllText(linked).Replace(user, own, StringComparison.Ordinal));
    }

    /// <summary>Images hold the time of the commit, so they are built after it.</summary>
    private async Task BuildImagesAsync(RepositoryCopy copy)
    {
        var built = await copy.RunAsync("--target=Image", "--rid=linux-x64,linux-arm64", "--offline");
        Assert.True(built.ExitCode == 0, built.Said);
        var images = ImageReader.Open(copy.PathOf("artifacts/image"), copy.PathOf("artifacts/input")).Images;
        foreach (var (rid, image) in ((string[])["linux-x64", "linux-arm64"]).Zip(images))
        {
            _trivy.Know(image.Identity.Digest!, SeenImages.Report(image));
            StateSecondBuild(copy, rid, image.Identity.Digest!);
        }
    }

    /// <summary>Says that both platforms were built a second time, which takes long and is tested with Verify.</summary>
    private static void StateSecondBuild(RepositoryCopy copy, string rid, string image)
    {
        var binary = BuildComparison.Sha256(File.ReadAllBytes(copy.PathOf($"artifacts/proxy/{rid}/claude-code-proxy")));
        var statement = ReproductionStatement.Write(new Reproduction(SecondBuild.Builder, new BuiltSubject(rid, binary, image), []));
        Directory.CreateDirectory(copy.PathOf("artifacts/rebuild"));
        File.WriteAllBytes(copy.PathOf($"artifacts/rebuild/second-build-{rid}.json"), statement);
    }

    private static async Task CommitAsync(string root)
    {
        await HostCommand.RunAsync("git", "-C", root, "init", "--quiet");
        await HostCommand.RunAsync("git", "-C", root, "add", "--all");
        string[] ann = ["-c", "user.name=Ann", "-c", "user.email=ann@example.com", "-c", "commit.gpgsign=false"];
        await HostCommand.RunAsync("git", ["-C", root, .. ann, "commit", "--quiet", "-m", "All"]);
        await HostCommand.RunAsync("git", "-C", root, "tag", "v2.0.0");
    }

    /// <returns>The digests of all files of the release.</returns>
    private async Task<SortedDictionary<string, string>> ReleaseAsync(RepositoryCopy copy)
    {
        var outcome = await copy.RunAsync("--target=Release", "--offline", $"--signing-key={_key.PrivateFile}");
        Assert.True(outcome.ExitCode == 0, outcome.Said);
        return new(Directory.GetFiles(copy.PathOf("artifacts/release")).ToDictionary(
            file => Path.GetFileName(file), file => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))), StringComparer.Ordinal);
    }
}
