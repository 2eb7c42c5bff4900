using System.Collections.Immutable;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Sbom;
using ContainerSecurity.Formats.TrivyIgnore;
using ContainerSecurity.Gates.Evidence;
using ContainerSecurity.Packaging;

namespace ContainerSecurity.Gates.Licenses;

/// <summary>
/// Under which licences the packages of the image are, by its bill of materials and by Trivy; judged only where licences are named.
/// </summary>
internal static class LicenseGate
{
    public const string Name = "licenses";

    public static GateDescription Description { get; } = new(Name)
    {
        Subject = "the licences of the image's packages: listed, and judged with `--licenses`",
        Engine = "the bill of materials and Trivy",
        WithoutEngine = "the same stand-in; without npm too, the bill of materials alone and `incomplete`",
    };

    public static async Task<GateResult> JudgeAsync(GateInput input, ScanFacts facts)
    {
        var tool = await facts.Tool;
        var allowed = input.Options.Licenses;
        var images = await facts.ReadImagesAsync(SeeAsync);
        ImmutableArray<LicensedPackage> packages = [.. images.SelectMany(image => image.Packages)];
        ImmutableArray<LicensedPackage> unlicensed = [.. packages.Where(package => package.License is null)];
        return new Judgement
        {
            Gate = Name,
            Findings = allowed.IsEmpty
                ? []
                : [.. packages.Where(package => package.License is { } license && !LicenseExpression.IsAllowed(license, allowed)).Select(Finding)],
            FailOn = input.Options.FailOn,
            // Where nothing is judged, an exception waits for the run that does.
            Exceptions = facts.ExceptionsOf(file => file.Licenses, sawAll: !allowed.IsEmpty && images.Length > 0 && tool.Path is not null),
            Unseen =
            [
                .. images.IsEmpty ? [$"There is no image to judge: {input.ImageMissing ?? "none was built"}"] : ImmutableArray<string>.Empty,
                .. tool.Unavailable is { } reason
                    ? [$"Trivy is not available, so only the bill of materials tells of licences: {reason}"]
                    : ImmutableArray<string>.Empty,
                .. images.SelectMany(image =>
                    PerPlatform.Notes(facts.Images, image.Image, image.Packages.IsEmpty ? ["No package was seen, so no licence either."] : [])),
                .. !allowed.IsEmpty && !unlicensed.IsEmpty
                    ? [$"Nothing tells the licence of {string.Join(", ", unlicensed.Select(package => package.Name).Distinct())}."]
                    : ImmutableArray<string>.Empty,
            ],
            Coverage = Coverage.None
                .Count("packages", packages.Length, "package")
                .List("licenses", packages.GroupBy(package => package.License).Where(license => license.Key is not null)
                    .Select(license => $"{license.Key}: {license.Count()}").Order(StringComparer.Ordinal), "licence")
                .Count("withoutLicense", unlicensed.Length)
                .Say($"{unlicensed.Length} without one")
                .List("allowed", allowed.IsEmpty ? ["all: --licenses names none"] : allowed),
        }.With(tool).Decide();
    }

    private static async Task<(ScannedImage Image, ImmutableArray<LicensedPackage> Packages)> SeeAsync(ScannedImage image)
    {
        await Task.WhenAll(image.Report, image.Description);
        var sbom = await image.Description is { Sbom: { } text } ? CycloneDxReader.Read(text, $"/{ImageContext.Sbom} in the image").Components : [];
        var named = sbom
            .Where(component => component is { IsExcluded: false, Type: not "operating-system" })
            .Select(component =>
                new LicensedPackage(component.Name, component.Version, component.License, image.Identity.Platform) { Purl = component.Purl });
        var seen = (await image.Report)?.Results.SelectMany(result => result.Packages)
            .Select(package => new LicensedPackage(
                package.Name ?? "unnamed",
                package.FullVersion,
                LicenseExpression.Together(package.Licenses),
                image.Identity.Platform)
            { Purl = package.Identifier?.Purl });
        // The bill of materials was made from the packages' own words; Trivy reads what the image still holds of them.
        return (image, [.. named
            .Concat(seen ?? [])
            .GroupBy(package => (package.Name, package.Version))
            .Select(same => same.FirstOrDefault(package => package.License is not null) ?? same.First())]);
    }

    private static Finding Finding(LicensedPackage package) => new()
    {
        RuleId = "license-not-allowed",
        Severity = Severity.High,
        Message = $"{package.Name} {package.Version} is under {package.License}, which --licenses does not name.",
        Package = package.Name,
        InstalledVersion = package.Version,
        Platform = package.Platform,
        Help = $"Do without the package, name the licence in --licenses after somebody has read it, or put it into {IgnoreFile.Name} with a reason "
            + "and an end.",
        Purl = package.Purl,
        ExceptionId = package.License,
    };

    /// <param name="License">An SPDX expression; null when nothing tells it.</param>
    private sealed record LicensedPackage(string Name, string Version, string? License, string Platform)
    {
        public string? Purl { get; init; }
    }
}
