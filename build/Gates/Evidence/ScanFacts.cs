using System.Collections.Immutable;
using ContainerSecurity.Formats.TrivyIgnore;
using ContainerSecurity.Processes;
using ContainerSecurity.Tools;
using ContainerSecurity.Tools.Trivy;
using ContainerSecurity.Tools.Trivy.Database;

namespace ContainerSecurity.Gates.Evidence;

/// <summary>What the gates that use Trivy share about the checkout and every image.</summary>
/// <remarks>Each process and each reading happens once, when the first gate asks for it.</remarks>
internal sealed class ScanFacts
{
    private readonly GateInput _input;
    private readonly TrivySuite _suite;
    private readonly Lazy<Task<AcquiredTool>> _tool;
    private readonly Lazy<Task<DatabaseState?>> _database;
    private readonly Lazy<Task<TrivyReport?>> _treeReport;
    private readonly Lazy<Task<TreeSecrets>> _treeSecrets;
    private readonly Lazy<Task<OwnMisconfigurations>> _misconfigurations;

    public ScanFacts(GateInput input, TrivySuite suite, CancellationToken cancellation)
    {
        (_input, _suite) = (input, suite);
        Config = TrivyConfigFile.Read(input.Paths, input.Options.TrivyConfig);
        Ignored = IgnoreFile.Read(input.Paths.Root);
        Images = [.. input.Images.Select(image => new ScannedImage(image, (input.ImagePath!, input.Images.Length == 1), this, cancellation))];
        _tool = new(() => suite.Source.AcquireAsync(TrivyTool.Name, cancellation));
        _database = new(async () => TrivyTool.From(await Tool) is { } tool
            ? await (input.Options.TrivyServer is { } server
                ? suite.Servers.GetDatabaseAsync(server, cancellation)
                : suite.Database.GetAsync(tool, input.Options.Database, input.Paths, cancellation))
            : null);
        _treeReport = new(() => WithScannerAsync(async (scanner, tool) => await scanner.ScanAsync(TreeScan(tool), cancellation)));
        _treeSecrets = new(() => Task.Run(() => TreeSecrets.Read(input.Paths.Root, input.Files.Files, cancellation), cancellation));
        _misconfigurations = new(() => Task.Run(() => MisconfigurationReader.Read(input.Configurations, cancellation), cancellation));
    }

    public TrivyConfig Config { get; }

    /// <summary>When the run judges.</summary>
    public DateTimeOffset Now => _suite.Clock.GetUtcNow();

    /// <summary>Where exceptions are written.</summary>
    private IgnoreFile Ignored { get; }

    /// <summary>One for each platform; empty without an image.</summary>
    public ImmutableArray<ScannedImage> Images { get; }

    public Task<AcquiredTool> Tool => _tool.Value;

    /// <summary>Null without a tool.</summary>
    public Task<DatabaseState?> Database => _database.Value;

    /// <summary>Trivy's report of the checkout; null without a tool.</summary>
    public Task<TrivyReport?> TreeReport => _treeReport.Value;

    /// <summary>The suite's own reading of the checkout.</summary>
    public Task<TreeSecrets> OwnTreeReading => _treeSecrets.Value;

    /// <summary>Compose files, devcontainers and workflows, by the suite's own rules.</summary>
    public Task<OwnMisconfigurations> OwnMisconfigurations => _misconfigurations.Value;

    /// <summary>The exceptions of one gate.</summary>
    /// <param name="sawAll">Whether the gate could see all that one can cover.</param>
    public Exceptions ExceptionsOf(Func<IgnoreFile, ImmutableArray<IgnoreEntry>> gate, bool sawAll) =>
        new(gate(Ignored), DateOnly.FromDateTime(Now.UtcDateTime), sawAll);

    public async Task<TrivyReport?> WithScannerAsync(Func<TrivyScanner, TrivyTool, Task<TrivyReport?>> use) =>
        TrivyTool.From(await Tool) is { } tool ? await use(new TrivyScanner(_suite.Runner), tool) : null;

    /// <summary>Asks something of each image, one after the other: several scans at once would only fight for the machine.</summary>
    public async Task<ImmutableArray<T>> ReadImagesAsync<T>(Func<ScannedImage, Task<T>> ask)
    {
        var answers = ImmutableArray.CreateBuilder<T>(Images.Length);
        foreach (var image in Images)
            answers.Add(await ask(image));
        return answers.ToImmutable();
    }

    private TrivyTreeScan TreeScan(TrivyTool tool) => new()
    {
        Tool = tool,
        Config = Config,
        Root = _input.Paths.Root,
        SkipFolders = _input.Files.BuildFolders,
        Dockerfiles = [.. _input.Dockerfiles.Where(dockerfile => !dockerfile.IsInline).Select(dockerfile => dockerfile.Path)],
    };
}

/// <summary>What the three gates work with, the same for every input.</summary>
internal sealed record TrivySuite(IToolSource Source, IToolRunner Runner, DatabaseCache Database, TimeProvider Clock)
{
    public TrivyServerClient Servers { get; init; } = TrivyServerClient.Default;

    public static TrivySuite Create(IToolSource source, IToolRunner runner) =>
        new(source, runner, new DatabaseCache(new DatabaseDownload(runner), TimeProvider.System), TimeProvider.System);
}
