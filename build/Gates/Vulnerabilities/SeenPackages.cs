using ContainerSecurity.Findings;
using ContainerSecurity.Gates.Evidence;
using ContainerSecurity.Tools;
using ContainerSecurity.Tools.Trivy;

namespace ContainerSecurity.Gates.Vulnerabilities;

/// <summary>What was seen of one image's packages, by Trivy and by the suite itself.</summary>
/// <param name="Report">Null when Trivy did not look for vulnerabilities.</param>
/// <param name="Sbom">Trivy's report of the bill of materials in the image; null without one.</param>
internal sealed record SeenPackages(ScannedImage Image, TrivyReport? Report, TrivyReport? Sbom, ImageContents Contents)
{
    public string Os => Report?.Metadata.Os is { } os ? $"{os.Family} {os.Name}" : "not recognised";

    public IEnumerable<TrivyResult> Lists => ListsOf(Report);

    public long Packages => Count(Report);

    public long SbomPackages => Count(Sbom);

    public IEnumerable<Finding> Findings() =>
        VulnerabilityFindings.Together(
            [.. VulnerabilityFindings.FromImage(Report, Image.Image)], VulnerabilityFindings.FromSbom(Sbom, Image.Image, Contents.SbomLayer));

    /// <summary>A scanner that recognises nothing reports nothing: silence counts only when it saw what is there.</summary>
    public IEnumerable<string> Unseen(AcquiredTool tool)
    {
        if (Report is not null)
        {
            foreach (var unseen in UnseenIn(Report).Concat(Image.UnreadLayers(Report)))
                yield return unseen;
            if (tool.IsStandIn)
            {
                yield return "This Trivy knows neither .NET runtime packs nor the names in today's NuGet advisories: that it finds nothing there "
                    + "proves nothing.";
            }
        }

        if (Sbom is not null && SbomPackages == 0)
            yield return "Trivy saw no package at all in the image's bill of materials.";
    }

    private IEnumerable<string> UnseenIn(TrivyReport report)
    {
        var files = Lists.Select(result => "/" + result.Target.TrimStart('/')).ToHashSet();
        if (report.Metadata.Os is null && Contents.NamesOperatingSystem)
            yield return "Trivy did not recognise the image's operating system, though the image has one.";
        if (report.Metadata.Os is not null && !Lists.Any(result => result.Class == "os-pkgs"))
            yield return $"Trivy saw no package of {Os}.";
        if (Packages == 0)
            yield return "Trivy saw no package at all in the image, so it could find nothing.";
        foreach (var unread in Contents.DependencyFiles.Where(file => !files.Contains(file)))
            yield return $"Trivy saw no package in {unread}.";
    }

    private static long Count(TrivyReport? report) => ListsOf(report).Sum(result => result.Packages.Count);

    private static IEnumerable<TrivyResult> ListsOf(TrivyReport? report) => (report?.Results ?? []).Where(result => result.Packages.Count > 0);
}
