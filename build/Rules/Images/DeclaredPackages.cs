using System.Collections.Immutable;
using ContainerSecurity.Checkout.Globs;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.ReleasePolicies;
using ContainerSecurity.Images.Contents;
using ContainerSecurity.Images.Known;
using ContainerSecurity.Rules.Claims.Facts;

namespace ContainerSecurity.Rules.Images;

/// <summary>The image's package databases name the packages of its base, those that the policy declares, what these depend on, and no other.</summary>
internal static class DeclaredPackages
{
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
        var known = Read(ofBase).Select(package => package.Package.Name).ToHashSet(StringComparer.Ordinal);
        var patterns = declared.Select(glob => (Glob: glob, Pattern: Glob.ToRegex(glob, GlobDialect.Paths)!)).ToList();
        var roots = packages.Where(package => patterns.Any(pattern => pattern.Pattern.IsMatch(package.Package.Name))).Select(found => found.Package);
        known.UnionWith(PackageClosure.Of(roots, packages.Select(found => found.Package)));
        return Subjects.HeldUnless(
            [
                .. UnreadOf(image),
                .. ShortList.Of(packages.Where(package => !known.Contains(package.Package.Name)).Select(package => new Observation.Broken(
                    $"the image holds the package {package.Package.Name} {package.Package.Version}, which nothing declares", package.File.Place, Help))),
                .. patterns.Where(pattern => !packages.Any(package => pattern.Pattern.IsMatch(package.Package.Name))).Select(pattern =>
                    new Observation.Broken(
                        $"the policy declares the package {pattern.Glob}, and no package database of the image names it",
                        Place.InConfig(image.Identity, "rootfs"),
                        "Remove it from image.packages, or find out why it is missing.")),
            ],
            () => $"image {image.Identity.Name}: "
                + (packages.Count == 0 ? "no packages" : string.Join(", ", packages.Select(found => $"{found.Package.Name} {found.Package.Version}").Take(20))));
    }

    private static IEnumerable<(ImageFile File, InstalledPackage Package)> Read(FileSystemView view) =>
        from file in view.Files
        where file.Known is KnownFile.Packages
        from package in ((KnownFile.Packages)file.Known!).Installed
        select (file, package);

    private static IEnumerable<Observation> UnreadOf(ImageFacts image) =>
        from file in image.View.Files
        let why = file.Known switch
        {
            KnownFile.UnreadPackages unread => $"{file.Path} is a package database of {unread.Manager}, which is not read",
            KnownFile.Unread unread when !IsCertificates(file) => unread.Why,
            _ => null,
        }
        where why is not null
        select new Observation.Unseen(why);

    private static bool IsCertificates(ImageFile file) => !file.Path.StartsWith("/var/", StringComparison.Ordinal) && !file.Path.Contains("/apk/");
}
