using ContainerSecurity.Formats.Sbom;
using ContainerSecurity.Images.Writing;
using ContainerSecurity.Processes;

namespace ContainerSecurity.Tools.Trivy;

/// <summary>Runs one scan in a workspace of its own and reads its report.</summary>
internal sealed class TrivyScanner(IToolRunner runner)
{
    /// <exception cref="ToolFailedException">Trivy failed, or scanned a different image.</exception>
    public async Task<TrivyReport> ScanAsync(TrivyImageScan scan, string imageId, CancellationToken cancellation)
    {
        using var workspace = TrivyWorkspace.Create(scan.Config.Generated, scan.Database?.Folder);
        var said = await runner.RunAsync(
            TrivyCommands.Image(scan with { Input = Alone(scan, imageId, Path.Combine(workspace.Folder, "image")) }, workspace), cancellation);
        var report = TrivyReportReader.Read(said.Output, scan.Input);
        return report.Metadata.ImageId == imageId
            ? report
            : throw new ToolFailedException(
                $"Trivy scanned image '{report.Metadata.ImageId}' in '{scan.Input}' instead of {imageId}. Give an input that holds one image.");
    }

    /// <param name="sbom">CycloneDX JSON.</param>
    /// <exception cref="ToolFailedException">Trivy failed.</exception>
    public async Task<TrivyReport> ScanAsync(TrivySbomScan scan, byte[] sbom, CancellationToken cancellation)
    {
        using var workspace = TrivyWorkspace.Create(scan.Config.Generated, scan.Database?.Folder);
        var document = Path.Combine(workspace.Folder, "bom.cdx.json");
        await File.WriteAllBytesAsync(document, scan.Tool.Dialect.WantsOlderSbom ? OlderCycloneDx.Downgrade(sbom) : sbom, cancellation);
        var said = await runner.RunAsync(TrivyCommands.Sbom(scan, workspace, document), cancellation);
        return TrivyReportReader.Read(said.Output, "the SBOM");
    }

    /// <exception cref="ToolFailedException">Trivy failed.</exception>
    public async Task<TrivyReport> ScanAsync(TrivyTreeScan scan, CancellationToken cancellation)
    {
        using var workspace = TrivyWorkspace.Create(scan.Config.Generated, database: null);
        var said = await runner.RunAsync(TrivyCommands.Tree(scan, workspace), cancellation);
        return TrivyReportReader.Read(said.Output, scan.Root);
    }

    /// <summary>Trivy cannot select an image of an archive, and only some images of a layout, so it receives an input with only one image.</summary>
    private static string Alone(TrivyImageScan scan, string imageId, string path) => scan switch
    {
        { Manifest: { } manifest } => SingleImageLayout.Create(scan.Input, manifest, path),
        { AmongOthers: true } => SingleImageArchive.Create(scan.Input, imageId, path),
        _ => scan.Input,
    };
}
