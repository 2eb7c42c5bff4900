using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Build.Tests.Images;
using ContainerSecurity.Checkout;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Dockerfiles.Parsing;
using ContainerSecurity.Formats.Sbom;
using ContainerSecurity.Images.Building;
using ContainerSecurity.Images.Reading;
using ContainerSecurity.Images.Writing;
using ContainerSecurity.Releasing;
using ContainerSecurity.Releasing.Signing;
using ContainerSecurity.Releasing.Writing;

namespace Build.Tests.Releasing;

/// <summary>A small release of both platforms, made as a real one is: binaries, images with bills of materials inside, a run that passed.</summary>
internal sealed class SampleRelease : IDisposable
{
    /// <summary>When its commit was made; its vulnerability database is of the next day.</summary>
    public static readonly DateTimeOffset Commit = new(2026, 11, 1, 8, 0, 0, TimeSpan.Zero);

    public static readonly ImmutableArray<string> Rids = ["linux-x64", "linux-arm64"];

    private const string Dockerfile =
        """
        FROM scratch AS proxy
        ARG RID
        ARG VERSION
        LABEL org.opencontainers.image.version="${VERSION}"
        COPY artifacts/context/rootfs/ /
        COPY artifacts/proxy/${RID}/claude-code-proxy /claude-code-proxy
        ENTRYPOINT ["/claude-code-proxy"]
        """;

    private readonly TemporaryFolder _folder = new();
    private ReleaseSource? _source;
    private DateTimeOffset _made;
    private Func<ScanReport, ScanReport> _change = same => same;

    public string Path => _folder["artifacts/release"];

    public string this[string file] => System.IO.Path.Combine(Path, file);

    public BuildPaths Paths => new(_folder.Path, _folder["artifacts"], _folder["cache"]);

    /// <param name="commit">One digit of its id.</param>
    /// <param name="change">Makes the run another one.</param>
    /// <param name="made">When the commit was made.</param>
    public static SampleRelease Create(
        SigningKey? key, string version = "2.0.0", char commit = 'a', Func<ScanReport, ScanReport>? change = null, DateTimeOffset? made = null)
    {
        var (sample, time) = (new SampleRelease(), made ?? Commit);
        foreach (var file in (string[])["build/policy.yaml", "SECURITY.md", "hadolint.yaml", "tools.lock.json", "trivy.yaml"])
            sample._folder.Write(file, $"{file} of {version}\n");
        sample._folder.Write("proxy/deploy/feature/devcontainer-feature.json", """{"version":"0.0.0"}""");
        sample._folder.Write("proxy/deploy/feature/install.sh", "#!/bin/sh\n");
        OciLayoutWriter.Write([.. Rids.Select(rid => sample.Build(rid, version))], sample.Paths.Image);
        sample._source = new ReleaseSource(version, new string(commit, 40), $"v{version}", ReleaseSource.OwnMachine, Repository: null);
        sample._made = time;
        sample._change = change ?? (same => same);
        sample.WriteAgain(key);
        return sample;
    }

    /// <summary>Writes the release of what lies in the build's folders.</summary>
    public void WriteAgain(SigningKey? key)
    {
        var images = ImageReader.Open(Paths.Image, _folder["work"]).Images;
        var run = PassedRun.Create([.. images.Select(image => image.Identity)], _source!.Commit, _made.AddDays(1));
        new ReleaseWriter(Paths, key).Write(ReleasedRecord.Of(_change(run)), images, _source, _made, CancellationToken.None);
    }

    public void Dispose() => _folder.Dispose();

    private BuiltImage Build(string rid, string version)
    {
        var binary = Encoding.UTF8.GetBytes($"the binary of {version} for {rid}\n");
        _folder.Write($"artifacts/proxy/{rid}/claude-code-proxy", binary);
        _folder.Write("artifacts/context/rootfs/usr/share/sbom/claude-code-proxy.cdx.json", CycloneDxWriter.Write(Describe(rid, version, binary)));
        var settings = new BuildSettings
        {
            Name = $"claude-code-proxy:{version}",
            Architecture = rid == "linux-arm64" ? "arm64" : "amd64",
            Created = Commit,
            Arguments = ImmutableSortedDictionary<string, string>.Empty.Add("RID", rid).Add("VERSION", version),
        };
        var outcome = ImageBuilder.Build(
            DockerfileParser.Parse("Dockerfile", Dockerfile).Dockerfile!, "proxy", BuildContextFolder.Open(_folder.Path, Paths.Output), settings);
        Assert.Empty(outcome.Findings);
        return outcome.Image!;
    }

    private static SbomDocument Describe(string rid, string version, byte[] binary) => new()
    {
        Product = new SbomComponent
        {
            Type = "application",
            Name = "claude-code-proxy",
            Version = version,
            License = "MIT",
            Hashes = ImmutableSortedDictionary<string, string>.Empty.Add("SHA-256", Convert.ToHexStringLower(SHA256.HashData(binary))),
            DependsOn = [$"pkg:nuget/Runtime.{rid}@10.0.12"],
        },
        Components =
        [
            new SbomComponent
            {
                Type = "library",
                Name = $"Runtime.{rid}",
                Version = "10.0.12",
                Purl = $"pkg:nuget/Runtime.{rid}@10.0.12",
                Supplier = "Microsoft",
                License = "MIT",
                Hashes = ImmutableSortedDictionary<string, string>.Empty.Add("SHA-512", new string('5', 128)),
            },
            new SbomComponent { Type = "library", Name = "libc6", Version = "2.36", Purl = "pkg:deb/debian/libc6@2.36?arch=amd64" },
        ],
        Tools = [new SbomComponent { Type = "application", Name = "lld", Version = "14.0.6" }],
        Time = Commit,
    };
}
