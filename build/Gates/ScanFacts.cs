using ContainerSecurity.Images.Staging;
using ContainerSecurity.Secrets;
using ContainerSecurity.Tools;
using ContainerSecurity.Tools.Trivy;

namespace ContainerSecurity.Gates;

/// <summary>What <c>misconfig</c>, <c>secrets</c>, <c>vulnerabilities</c> and <c>sbom</c> share about one input: each process and each reading happens once, whoever asks first.</summary>
internal sealed class ScanFacts
{
    private readonly GateInput _input;
    private readonly Lazy<Task<AcquiredTool>> _tool;
    private readonly Lazy<Task<DatabaseState?>> _database;
    private readonly Lazy<Task<TreeFiles>> _tree;
    private readonly Lazy<Task<TrivyReport?>> _treeReport;
    private readonly Lazy<Task<TrivyReport?>> _imageReport;
    private readonly Lazy<Task<TrivyReport?>> _sbomReport;
    private readonly Lazy<Task<ImageDescription?>> _description;
    private readonly Lazy<Task<TreeSecrets>> _treeSecrets;
    private readonly Lazy<Task<ImageContents?>> _imageContents;

    public ScanFacts(GateInput input, TrivySuite suite, CancellationToken cancellation)
    {
        _input = input;
        Config = TrivyConfigFile.Read(input.Paths, input.Options.TrivyConfig);
        Ignored = IgnoreFile.Read(input.Paths.Root);
        _tool = new(() => suite.Source.AcquireAsync("trivy", cancellation));
        _database = new(() => WithTool<DatabaseState>(async tool =>
            await suite.Database.HaveAsync(tool, input.Paths, input.Options.Offline, cancellation)));
        _tree = new(() => new TreeListing(suite.Runner, input.Paths).ReadAsync(cancellation));
        _treeReport = new(() => WithTool(async tool => await new TrivyScanner(suite.Runner).ScanAsync(await TreeScan(tool), cancellation)));
        _imageReport = new(() => WithTool(async tool => await ImageScan(tool) is { } scan
            ? await new TrivyScanner(suite.Runner).ScanAsync(scan, input.Image!.Identity.Id, cancellation)
            : null));
        _sbomReport = new(() => WithTool(async tool => (await SbomScan(tool), await OwnDescription) is ({ } scan, { Sbom: { } sbom })
            ? await new TrivyScanner(suite.Runner).ScanAsync(scan, sbom, cancellation)
            : null));
        _description = new(async () => input.Image is { } image
            ? await Task.Run(() => ImageDescription.Read(image, cancellation), cancellation)
            : null);
        _treeSecrets = new(async () =>
        {
            var files = await Tree;
            return await Task.Run(() => TreeSecrets.Read(input.Paths.Root, files, cancellation), cancellation);
        });
        _imageContents = new(async () => input.Image is { } image
            ? await Task.Run(() => ImageContents.Read(image, cancellation), cancellation)
            : null);
    }

    public TrivyConfig Config { get; }

    public IgnoreFile Ignored { get; }

    public Task<AcquiredTool> Tool => _tool.Value;

    /// <summary>Null without a tool.</summary>
    public Task<DatabaseState?> Database => _database.Value;

    public Task<TreeFiles> Tree => _tree.Value;

    /// <summary>Trivy's report of the checkout; null without a tool.</summary>
    public Task<TrivyReport?> TreeReport => _treeReport.Value;

    /// <summary>Trivy's report of the image; null without a tool or an image.</summary>
    public Task<TrivyReport?> ImageReport => _imageReport.Value;

    /// <summary>Trivy's report of the bill of materials in the image; null without one, without a tool or without a database.</summary>
    public Task<TrivyReport?> SbomReport => _sbomReport.Value;

    /// <summary>What the image says of itself; null without an image.</summary>
    public Task<ImageDescription?> OwnDescription => _description.Value;

    /// <summary>The suite's own reading of the checkout.</summary>
    public Task<TreeSecrets> OwnTreeReading => _treeSecrets.Value;

    /// <summary>The suite's own reading of the layers; null without an image.</summary>
    public Task<ImageContents?> OwnImageReading => _imageContents.Value;

    private async Task<T?> WithTool<T>(Func<TrivyTool, Task<T?>> use)
        where T : class => TrivyTool.From(await Tool) is { } tool ? await use(tool) : null;

    private async Task<TrivyTreeScan> TreeScan(TrivyTool tool) => new()
    {
        Tool = tool,
        Config = Config,
        Root = _input.Paths.Root,
        SkipFolders = (await Tree).BuildFolders,
        Dockerfiles = [.. _input.Dockerfiles.Select(dockerfile => dockerfile.Path)],
    };

    private async Task<TrivySbomScan?> SbomScan(TrivyTool tool) =>
        (await Database)?.Folder is { } database ? new TrivySbomScan { Tool = tool, Config = Config, Database = database } : null;

    private async Task<TrivyImageScan?> ImageScan(TrivyTool tool)
    {
        if (_input is not { Image: { } image, ImagePath: { } path })
            return null;

        // A layout can hold several images, and Trivy takes the first unless one is named.
        var digest = Directory.Exists(path) && image.Identity.Digest is { } named ? "@" + named : "";
        return new TrivyImageScan { Tool = tool, Config = Config, Input = path + digest, Database = (await Database)?.Folder };
    }
}

/// <summary>What the three gates work with, the same for every input.</summary>
internal sealed record TrivySuite(IToolSource Source, IToolRunner Runner, DatabaseSupply Database, TimeProvider Clock);
