using System.Collections.Immutable;
using Build.Tests.Images;
using ContainerSecurity;
using ContainerSecurity.Checkout;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Formats.Dockerfiles.Parsing;
using ContainerSecurity.Gates;
using ContainerSecurity.Gates.Evidence;
using ContainerSecurity.Gates.Inputs;
using ContainerSecurity.Options;
using ContainerSecurity.Processes;
using ContainerSecurity.Tools;
using ContainerSecurity.Tools.Trivy;
using ContainerSecurity.Tools.Trivy.Database;

namespace Build.Tests.Tools.Trivy;

/// <summary>A checkout, a cache, a clock and a Trivy, for a test of one of the scanning gates.</summary>
internal sealed class ScanFixture : IDisposable
{
    public static readonly DateTimeOffset Now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();

    public ScanFixture() => Paths = new BuildPaths(
        Directory.CreateDirectory(Path.Combine(_folder.Path, "src")).FullName,
        Path.Combine(_folder.Path, "out"),
        Path.Combine(_folder.Path, "cache"));

    public BuildPaths Paths { get; }

    public AcquiredTool Tool { get; set; } = new("/tools/trivy", "0.75.0", "GitHub release", Unavailable: null);

    public IToolRunner Runner { get; set; } = new ScriptedRunner();

    public Severity FailOn { get; set; } = Severity.High;

    /// <summary>What the command line adds.</summary>
    public Func<BuildOptions, BuildOptions> Options { get; set; } = options => options;

    public TestImage? Image { get; set; }

    public string? ImageMissing { get; set; }

    public List<string> Dockerfiles { get; } = [];

    public FixedClock Clock { get; } = new(Now);

    /// <summary>What a Trivy server says at an address; without a server nobody answers.</summary>
    public Func<Uri, string> Server { get; set; } = _ => throw new HttpRequestException("connection refused");

    public string? ServerToken { get; set; }

    public ScriptedRunner Script => (ScriptedRunner)Runner;

    public string Write(string file, string text) => _folder.Write(Path.Combine("src", file), text);

    public void WriteDatabase(DateTimeOffset? updatedAt = null) => Recording.WriteDatabase(DatabaseCache.Folder(Paths), updatedAt ?? Now);

    public async Task<GateResult> RunAsync(string gate, GateInput? input = null) =>
        await Gates().Single(each => each.Name == gate).RunAsync(input ?? Input(), CancellationToken.None);

    public ImmutableArray<Gate> Gates() => AllGates.Create(new TrivySuite(
        new KnownTool(Tool),
        Runner is ScriptedRunner ? new ImageLayerRunner(Runner, Image) : Runner,
        new DatabaseCache(new DatabaseDownload(Runner) { IsReachable = (_, _) => Task.FromResult(false) }, Clock),
        Clock)
    {
        Servers = new TrivyServerClient((address, _) => Task.FromResult(Server(address)), () => ServerToken),
    });

    public GateInput Input()
    {
        var opened = Image?.Open(_folder.Path);
        var files = new RepositoryListing(Runner, Paths).ReadAsync(CancellationToken.None).GetAwaiter().GetResult();
        return new GateInput
        {
            Options = Options(new BuildOptions { Rids = ["linux-x64"], Output = Paths.Output, FailOn = FailOn }),
            Paths = Paths,
            Files = files,
            Configurations = ConfigurationInputReader.Read(files, CancellationToken.None),
            LintedDockerfiles = [.. Dockerfiles.Select(path =>
            {
                var text = File.ReadAllText(Path.Combine(Paths.Root, path));
                return new DockerfileSource(path, text, DockerfileParser.Parse(path, text));
            })],
            Images = opened is { } one ? [one.Image] : [],
            ImagePath = opened?.Path,
            ImageMissing = ImageMissing,
        };
    }

    public void Dispose() => _folder.Dispose();

    private sealed class KnownTool(AcquiredTool tool) : IToolSource
    {
        public Task<AcquiredTool> AcquireAsync(string name, CancellationToken cancellation)
        {
            Assert.Equal("trivy", name);
            return Task.FromResult(tool);
        }
    }
}
