using ContainerSecurity.Checkout;
using ContainerSecurity.Findings;
using ContainerSecurity.Gates.Evidence;
using ContainerSecurity.Images;
using ContainerSecurity.Tools.Trivy;

namespace ContainerSecurity.Gates.Secrets;

/// <summary>Turns secrets into findings: where, which kind, what to do; never the secret itself.</summary>
internal static class SecretFindings
{
    private const string TreeHelp = "Take it out of the file, revoke the key, and give it to the program at run time.";
    private const string ImageHelp = "Build the image without it (a later layer only hides it), and revoke the key.";

    public static IEnumerable<Finding> FromTree(TrivyReport? report, string root) =>
        from found in All(report)
        where !TrivyHits.IsPlaceholder(found.Secret, TrivyHits.LineOf(root, found.Result.Target, found.Secret.StartLine))
        select Finding(found.Secret) with
        {
            Message = $"{found.Secret.Title} in {found.Result.Target}.",
            File = found.Result.Target,
            Line = Line(found.Secret),
            Help = TreeHelp,
        };

    /// <param name="own">What the own rules found: a place that they know too is not read again.</param>
    public static IEnumerable<Finding> FromImage(TrivyReport? report, ContainerImage image, IEnumerable<Finding> own)
    {
        var known = own.Select(finding => (finding.Layer!, finding.File!, finding.Line ?? 0)).ToHashSet();
        var found = All(report).Select(found => (found.Secret, Finding: InImage(found.Secret, found.Result, image))).ToList();
        var lines = TrivyHits.LinesOf(image, found.Select(each => PlaceOf(each.Finding)).Where(place => !known.Contains(place)).ToHashSet());
        return found.Where(each => !TrivyHits.IsPlaceholder(
            each.Secret,
            each.Finding.File == ConfigSecrets.Root ? ConfigSecrets.TextsOf(image).Select(text => text.Text)
                : lines.TryGetValue(PlaceOf(each.Finding), out var line) ? [line]
                : [])).Select(each => each.Finding);
    }

    public static IEnumerable<Finding> FromLayers(ImageContents contents, ContainerImage image) => contents.Secrets.Select(found => new Finding
    {
        RuleId = found.Match.Rule.Id,
        Severity = found.Match.Severity,
        Message = $"{found.Match.Rule.Title} in {found.Path}.",
        File = found.Path,
        Line = found.Match.Line,
        Layer = found.DiffId,
        Platform = image.Identity.Platform,
        Help = ImageHelp,
    });

    /// <summary>
    /// A key in an ignored <c>.env</c> is where SECURITY.md wants it: worth knowing, since an agent in the workspace can read it, but no leak.
    /// </summary>
    public static Finding Weigh(Finding finding, RepositoryFiles tree) =>
        finding is { Layer: null, File: { } file, Severity: > Severity.Medium } && tree.IsKeyFile(file)
            ? finding with
            {
                Severity = Severity.Medium,
                Message = $"{finding.Message} Git ignores the file, but anyone who works in the checkout can read it."
            }
            : finding;

    public static bool IsInConfiguration(Finding finding) =>
        finding is { Layer: not null, File: { } file } && file.StartsWith(ConfigSecrets.Root + "/", StringComparison.Ordinal);

    private static IEnumerable<(TrivyResult Result, TrivySecret Secret)> All(TrivyReport? report) =>
        (report?.Results ?? []).SelectMany(result => result.Secrets.Select(secret => (result, secret)));

    private static (string Layer, string Path, int Line) PlaceOf(Finding finding) => (finding.Layer!, finding.File!, finding.Line ?? 0);

    private static Finding InImage(TrivySecret secret, TrivyResult result, ContainerImage image)
    {
        var layer = secret.Layer?.DiffId;
        var path = layer is { Length: > 0 } ? "/" + result.Target.TrimStart('/') : ConfigSecrets.Root;
        return Finding(secret) with
        {
            Message = path == ConfigSecrets.Root ? $"{secret.Title} in the image's configuration." : $"{secret.Title} in {path}.",
            File = path,
            Line = path == ConfigSecrets.Root ? null : Line(secret),
            Layer = layer is { Length: > 0 } ? layer : image.Identity.Id,
            Platform = image.Identity.Platform,
            Help = ImageHelp,
        };
    }

    private static Finding Finding(TrivySecret secret) => new()
    {
        RuleId = secret.RuleId ?? "unknown-secret",
        Severity = TrivySeverity.Parse(secret.Severity),
        Message = "",
    };

    private static int? Line(TrivySecret secret) => secret.StartLine > 0 ? secret.StartLine : null;
}
