using ContainerSecurity.Findings;
using ContainerSecurity.Images;
using ContainerSecurity.Packaging;
using ContainerSecurity.Tools.Trivy;

namespace ContainerSecurity.Gates.Evidence;

/// <summary>What the scanning gates share about one image: each process and each reading happens once.</summary>
internal sealed class ScannedImage
{
    private readonly Lazy<Task<TrivyReport?>> _report;
    private readonly Lazy<Task<TrivyReport?>> _sbomReport;
    private readonly Lazy<Task<ImageDescription>> _description;
    private readonly Lazy<Task<ImageContents>> _contents;

    /// <param name="place">Where it lies, and whether no other is there.</param>
    public ScannedImage(ContainerImage image, (string Path, bool Alone) place, ScanFacts facts, CancellationToken cancellation)
    {
        Image = image;
        _report = new(() => facts.WithScannerAsync(async (scanner, tool) => await scanner.ScanAsync(
            new TrivyImageScan
            {
                Tool = tool,
                Config = facts.Config,
                Input = place.Path,
                Manifest = Directory.Exists(place.Path) ? image.Identity.Digest : null,
                AmongOthers = !place.Alone,
                Database = await facts.Database,
            },
            image.Identity.Id,
            cancellation)));
        _sbomReport = new(() => facts.WithScannerAsync(
            async (scanner, tool) => (await facts.Database, await Description) is ({ IsUsable: true } database, { Sbom: { } sbom })
            ? await scanner.ScanAsync(new TrivySbomScan { Tool = tool, Config = facts.Config, Database = database }, sbom, cancellation)
            : null));
        _description = new(() => Task.Run(() => ImageDescription.Read(image, cancellation), cancellation));
        _contents = new(() => Task.Run(() => ImageContents.Read(image, cancellation), cancellation));
    }

    public ContainerImage Image { get; }

    public ImageIdentity Identity => Image.Identity;

    /// <summary>Trivy's report of the image; null without a tool.</summary>
    public Task<TrivyReport?> Report => _report.Value;

    /// <summary>Trivy's report of the bill of materials in the image; null without one, without a tool or without a database.</summary>
    public Task<TrivyReport?> SbomReport => _sbomReport.Value;

    /// <summary>What the image says of itself.</summary>
    public Task<ImageDescription> Description => _description.Value;

    /// <summary>The suite's own reading of the layers.</summary>
    public Task<ImageContents> Contents => _contents.Value;

    /// <summary>Layers of the image that Trivy's report does not name: what is in them was not looked at.</summary>
    public IEnumerable<string> UnreadLayers(TrivyReport? report)
    {
        if (report is null)
            yield break;

        var read = report.Metadata.DiffIds.ToHashSet();
        foreach (var layer in Image.Layers.Select(layer => layer.DiffId).Distinct().Where(layer => !read.Contains(layer)))
            yield return $"Trivy did not read the layer {layer}.";
    }
}
