using System.Collections.Immutable;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Sbom;
using ContainerSecurity.Gates.Evidence;
using ContainerSecurity.Packaging;
using ContainerSecurity.Tools.Trivy;

namespace ContainerSecurity.Gates.Sbom;

/// <summary>
/// Holds the bill of materials in the image against the binary, against what the image tells scanners, and against what the scanner saw.
/// </summary>
internal static class SbomGate
{
    public const string Name = "sbom";

    public static GateDescription Description { get; } = new(Name)
    {
        Subject = "whether the binary, the bill of materials, the image's own lists and Trivy agree",
        Engine = "built-in, with what Trivy sees in the image",
        WithoutEngine = "`incomplete`: the stand-in cannot read .NET runtime packs",
    };

    private const string Help =
        "Build the image again with --target=Image; if it stays so, the staging of the image (build/Packaging) describes something else than it "
        + "links.";

    public static async Task<GateResult> JudgeAsync(GateInput input, ScanFacts facts)
    {
        var standIn = (await facts.Tool).IsStandIn;
        var compared = await facts.ReadImagesAsync(image => CompareAsync(image, standIn));
        return new Judgement
        {
            Gate = Name,
            Coverage = CoverageOf([.. compared.Where(each => each.Sbom is not null)]),
            Findings = [.. compared.SelectMany(each => each.Findings)],
            FailOn = input.Options.FailOn,
            WhyItFails = _ => "Binary, SBOM and image do not say the same.",
            Unseen = compared.IsEmpty
                ? [$"There is no image to judge: {input.ImageMissing ?? "none was built"}"]
                : [.. compared.SelectMany(each => PerPlatform.Notes(facts.Images, each.Image, each.Unseen))],
        }.Decide();
    }

    private static async Task<Comparison> CompareAsync(ScannedImage image, bool standIn)
    {
        var description = await image.Description;
        if (description.Sbom is null)
            return new Comparison(image, null, [], [$"The image holds no /{ImageContext.Sbom}, so nothing says what is in its programs."]);

        var sbom = CycloneDxReader.Read(description.Sbom, $"/{ImageContext.Sbom} in the image");
        var seen = Seen.From(await image.Report, standIn);
        return new Comparison(
            image,
            sbom,
            [
                .. Findings("sbom-binary", Binary(sbom, description), image),
                .. Findings("sbom-image", Image(sbom, description), image),
                .. Findings("sbom-scanner", seen?.Missing(sbom) ?? [], image),
            ],
            seen is null ? ["Trivy did not scan the image, so its list of packages could not be compared."] : [.. seen.Unseen(sbom)]);
    }

    private static IEnumerable<string> Binary(SbomDocument sbom, ImageDescription image)
    {
        if (sbom.Product.Hashes.GetValueOrDefault("SHA-256") is var digest && digest != image.ProgramDigest)
            yield return $"the SBOM describes a program of SHA-256 {digest ?? "(none)"}, the image starts {image.ProgramDigest ?? "none"}";
        if (sbom.Product.Properties.GetValueOrDefault(SbomProperties.IlcText) is var ilc && ilc != image.IlcText)
            yield return $"the SBOM says .NET {ilc ?? "(none)"}, the program {image.IlcText ?? "(none)"}";
        if (sbom.Product.Properties.GetValueOrDefault(SbomProperties.OpenSslText) is var openSsl && openSsl != image.OpenSslText)
            yield return $"the SBOM says OpenSSL {openSsl ?? "(none)"}, the program {image.OpenSslText ?? "(none)"}";
    }

    private static IEnumerable<string> Image(SbomDocument sbom, ImageDescription image)
    {
        var system = sbom.Components.FirstOrDefault(component => component.Type == "operating-system");
        if (system is null || $"{system.Name} {system.Version}" != image.OperatingSystem)
            yield return $"the SBOM says {system?.Name ?? "no operating system"} {system?.Version}, the image {image.OperatingSystem ?? "none"}";
        foreach (var difference in SbomComparison.Differences(sbom.Debian(), "the SBOM", image.DebianPackages, "the image's dpkg status"))
            yield return difference;
        foreach (var difference in SbomComparison.Differences(sbom.RuntimePacks(), "the SBOM", image.RuntimePacks, "the image's deps.json"))
            yield return difference;
    }

    private static IEnumerable<Finding> Findings(string rule, IEnumerable<string> messages, ScannedImage image) =>
        messages.Select(message => new Finding
        {
            RuleId = rule,
            Severity = Severity.High,
            Message = message,
            Platform = image.Identity.Platform,
            Help = Help,
        });

    private static Coverage CoverageOf(ImmutableArray<Comparison> described) => described.IsEmpty
        ? Coverage.None
        : PerPlatform.Add(
            Coverage.None
                .Count("components", described.Sum(each => each.Sbom!.Components.Length), "component")
                .Count("debianPackages", described.Sum(each => each.Sbom!.Debian().Count), "Debian package")
                .Count("runtimePacks", described.Sum(each => each.Sbom!.RuntimePacks().Count), ".NET pack"),
            "product",
            [.. described.Select(each => (each.Image, $"{each.Sbom!.Product.Name} {each.Sbom.Product.Version}"))]);

    /// <summary>What became of one image.</summary>
    /// <param name="Sbom">Null when the image has none.</param>
    private sealed record Comparison(ScannedImage Image, SbomDocument? Sbom, ImmutableArray<Finding> Findings, ImmutableArray<string> Unseen);

    /// <summary>What Trivy saw in the image.</summary>
    /// <param name="KnowsRuntimePacks">The stand-in is too old to read them.</param>
    private sealed record Seen(HashSet<string> Packages, bool KnowsRuntimePacks)
    {
        public static Seen? From(TrivyReport? report, bool standIn) => report is null
            ? null
            : new Seen(
                [.. report.Results.SelectMany(result => result.Packages).Select(package => $"{package.Name} {package.FullVersion}")], !standIn);

        public IEnumerable<string> Missing(SbomDocument sbom) => sbom.Debian().Concat(KnowsRuntimePacks ? sbom.RuntimePacks() : [])
            .Select(component => $"{component.Key} {component.Value}")
            .Where(component => !Packages.Contains(component))
            .Select(component => $"Trivy did not see {component} in the image, though the SBOM names it");

        public IEnumerable<string> Unseen(SbomDocument sbom) => KnowsRuntimePacks || sbom.RuntimePacks().IsEmpty
            ? []
            : [$"This Trivy cannot read .NET runtime packs from an image, so {string.Join(", ", sbom.RuntimePacks().Keys)} were not compared with "
                + "what it saw. The pinned release can: --target=Tools fetches it where GitHub is reached."];
    }
}
