using System.Collections.Immutable;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Vex;
using ContainerSecurity.Images.Oci;

namespace ContainerSecurity.Gates.Vulnerabilities;

/// <summary>Applies statements to findings: what does not affect, or is fixed, stays in the report, marked with who says so and why.</summary>
internal static class VexRules
{
    public static IEnumerable<Finding> Apply(ImmutableArray<VexStatement> statements, IEnumerable<Finding> findings, ImageIdentity image) =>
        statements.IsEmpty
            ? findings
            : findings.Select(found => Last(statements, found, image) is { Status: VexStatus.NotAffected or VexStatus.Fixed } excuse
            ? found with { Suppressed = Suppression(excuse) }
            : found);

    /// <summary>How many statements each file has, and how many findings it excuses.</summary>
    public static ImmutableArray<string> Coverage(ImmutableArray<VexStatement> statements, IReadOnlyCollection<Finding> findings) =>
    [
        .. statements.GroupBy(statement => statement.File).Select(file =>
            $"{file.Key}: {file.Count()} statements, "
            + $"{findings.Count(found => found.Suppressed?.By.StartsWith(file.Key + "#", StringComparison.Ordinal) == true)} findings excused"),
    ];

    private static Suppression Suppression(VexStatement excuse)
    {
        var status = excuse.Status == VexStatus.Fixed ? "fixed" : "not affected";
        return new Suppression($"{excuse.File}#{excuse.Number}", excuse.Reason.Length == 0 ? status : $"{status}: {excuse.Reason}");
    }

    /// <summary>A statement that something is affected after all takes an earlier excuse back.</summary>
    private static VexStatement? Last(ImmutableArray<VexStatement> statements, Finding found, ImageIdentity image) => statements
        .Where(statement => statement.Vulnerabilities.Contains(found.RuleId, StringComparer.OrdinalIgnoreCase)
            && statement.Products.Any(product => Covers(product, PackageUrl.Parse(found.Purl), image)))
        .OrderBy(statement => statement.Time)
        .LastOrDefault();

    private static bool Covers(VexProduct product, PackageUrl? found, ImageIdentity image)
    {
        if (IsImage(product.Name, image))
            return product.Subcomponents.IsEmpty || product.Subcomponents.Any(part => Names(part, found));

        return product.Subcomponents.IsEmpty && Names(product.Name, found);
    }

    private static bool Names(string purl, PackageUrl? found) => found is not null && PackageUrl.Parse(purl)?.Covers(found) == true;

    /// <summary>By digest it is this image; by name alone it is every image of that name.</summary>
    private static bool IsImage(string product, ImageIdentity image) => PackageUrl.Parse(product) switch
    {
        null => product == image.Name || IsDigest(product, image),
        { Type: "oci", Version: { } version } => IsDigest(version, image),
        { Type: "oci", Name: var name } => name == Repository(image.Name),
        _ => false,
    };

    private static bool IsDigest(string text, ImageIdentity image) => Digest.ParseHex(text) is not null && (text == image.Digest || text == image.Id);

    /// <summary>The last part of the name, without tag or digest.</summary>
    private static string Repository(string name) => name[(name.LastIndexOf('/') + 1)..].Split('@', ':')[0];
}
