using ContainerSecurity.Images.Writing;
using ContainerSecurity.Sbom;

namespace ContainerSecurity.Tools.Trivy;

/// <summary>Runs one scan in a workspace of its own and reads what it said.</summary>
internal sealed class TrivyScanner(IToolRunner runner)
{
    /// <exception cref="ToolFailedException">Trivy failed, or judged another image than the one it was given.</exception>
    public async Task<TrivyReport> ScanAsync(TrivyImageScan scan, string imageId, CancellationToken cancellation)
    {
        using var workspace = TrivyWorkspace.Create(scan.Config.Generated, scan.Database?.Folder);
        var alone = scan.Manifest is { } manifest ? scan with { Input = OneImageLayout.Create(scan.Input, manifest, Path.Combine(workspace.Folder, "image")) } : scan;
        var said = await runner.RunAsync(TrivyCommands.Image(alone, workspace), cancellation);
        var report = TrivyReportReader.Read(said.Output, scan.Input);
        return report.Metadata.ImageId == imageId
            ? report
            : throw new ToolFailedException(
                $"Trivy judged image '{report.Metadata.ImageId}' in '{scan.Input}', but {imageId} was to be judged. Give an input that holds one image.");
    }

    /// <param name="sbom">CycloneDX JSON.</param>
    /// <exception cref="ToolFailedException">Trivy failed.</exception>
    public async Task<TrivyReport> ScanAsync(TrivySbomScan scan, byte[] sbom, CancellationToken cancellation)
    {
        using var workspace = TrivyWorkspace.Create(scan.Config.Generated, scan.Database?.Folder);
        var document = Path.Combine(workspace.Folder, "bom.cdx.json");
        await File.WriteAllBytesAsync(document, scan.Tool.Dialect.WantsOlderSbom ? OlderCycloneDx.Of(sbom) : sbom, cancellation);
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
}
