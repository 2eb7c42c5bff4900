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

    public static IEnumerable<Finding> FromTree(TrivyReport? report) => All(report).Select(found => Finding(found.Secret) with
    {
        Message = $"{found.Secret.Title} in {found.Result.Target}.",
        File = found.Result.Target,
        Line = Line(found.Secret),
        Help = TreeHelp,
    });

    public static IEnumerable<Finding> FromImage(TrivyReport? report, ContainerImage image) => All(report).Select(found =>
    {
        var layer = found.Secret.Layer?.DiffId;
        var path = layer is { Length: > 0 } ? "/" + found.Result.Target.TrimStart('/') : ConfigSecrets.Root;
        return Finding(found.Secret) with
        {
            Message = path == ConfigSecrets.Root ? $"{found.Secret.Title} in the image's configuration." : $"{found.Secret.Title} in {path}.",
            File = path,
            Line = path == ConfigSecrets.Root ? null : Line(found.Secret),
            Layer = layer is { Length: > 0 } ? layer : image.Identity.Id,
            Platform = image.Identity.Platform,
            Help = ImageHelp,
        };
    });

    public static IEnumerable<Finding> FromLayers(ImageContents contents, ContainerImage image) => contents.Secrets.Select(found => new Finding
    {
        RuleId = found.Match.Rule.Id,
        Severity = found.Match.Rule.Severity,
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

    private static Finding Finding(TrivySecret secret) => new()
    {
        RuleId = secret.RuleId ?? "unknown-secret",
        Severity = TrivySeverity.Parse(secret.Severity),
        Message = "",
    };

    private static int? Line(TrivySecret secret) => secret.StartLine > 0 ? secret.StartLine : null;
}
