using System.Collections.Immutable;
using ContainerSecurity.Checkout.Globs;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.ReleasePolicies;
using ContainerSecurity.Images.Contents;
using ContainerSecurity.Images.Known;
using ContainerSecurity.Rules.Claims.Facts;
using ContainerSecurity.Rules.Images.Facts;

namespace ContainerSecurity.Rules.Images;

/// <summary>The image's packages are those of its base, those that the policy declares and what these depend on.</summary>
internal static class DeclaredPackages
{
    private const int MostShown = 20;
    private const string Help = "Install without recommended packages, remove it, or name it in the policy (image.packages).";

    public static readonly ImmutableArray<Check> Checks =
    [
        new(
            "image-packages",
            CheckSubject.Image,
            "The packages of the image are those of its base, those of the policy and what these depend on; each of the policy's is there.",
            facts => PolicyParts.Image<ImmutableArray<string>>(facts, "packages", policy => policy.Packages, (declared, image) =>
                CheckImage(declared, facts.Policy.Image.Base, image)))
        {
            SeesAllAdditions = true,
            Defects =
            [
                new Defect.InImage("a package that nobody declares", PlantedFile.Plain(
                    "/var/lib/dpkg/status.d/planted", "Package: planted\nVersion: 1.0\nArchitecture: all\n")),
            ],
        },
    ];

    private static IEnumerable<Observation> CheckImage(ImmutableArray<string> declared, ImageBasePolicy? basis, ImageFacts image)
    {
        var packages = Read(image.View).ToList();
        var ofBase = new FileSystemView(image.Layers.Take(basis?.Layers.Length ?? 0));
        var known = Read(ofBase).Select(found => found.Package.Name).ToHashSet(StringComparer.Ordinal);
        var patterns = declared.Select(glob => (Glob: glob, Pattern: Glob.Parse(glob, GlobDialect.Paths)!)).ToList();
        var roots = packages.Select(found => found.Package).Where(package => patterns.Any(pattern => pattern.Pattern.IsMatch(package.Name)));
        known.UnionWith(PackageClosure.Of(roots, packages.Select(found => found.Package)));
        return Subjects.HeldUnless(
            [
                .. UnreadFiles.Of(image, KnownFileKind.Packages),
                .. ShortList.Of(packages.Where(found => !known.Contains(found.Package.Name)).Select(found => new Observation.Broken(
                    $"the image holds the package {NameOf(found.Package)}, which nothing declares", found.File.Place, Help))),
                .. patterns.Where(pattern => !packages.Any(found => pattern.Pattern.IsMatch(found.Package.Name))).Select(pattern =>
                    new Observation.Broken(
                        $"the policy declares the package {pattern.Glob}, and no package database of the image names it",
                        Place.InConfig(image.Identity, "rootfs"),
                        "Remove it from image.packages, or find out why it is missing.")),
            ],
            () => $"image {image.Identity.Name}: {EvidenceOf([.. packages.Select(found => NameOf(found.Package))])}");
    }

    private static string EvidenceOf(List<string> names) =>
        names.Count == 0 ? "no packages"
        : names.Count <= MostShown ? string.Join(", ", names)
        : $"{string.Join(", ", names.Take(MostShown))} and {names.Count - MostShown} more";

    private static string NameOf(InstalledPackage package) => $"{package.Name} {package.Version}";

    private static IEnumerable<(ImageFile File, InstalledPackage Package)> Read(FileSystemView view) =>
        from file in view.Files
        where file.Known is KnownFile.Packages
        from package in ((KnownFile.Packages)file.Known!).Installed
        select (file, package);
}
