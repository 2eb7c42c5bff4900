using System.Collections.Immutable;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Formats.TrivyIgnore;
using ContainerSecurity.Gates.Evidence;
using ContainerSecurity.Images;
using ContainerSecurity.Rules.Containers;
using ContainerSecurity.Rules.Workflows;
using ContainerSecurity.Secrets;
using ContainerSecurity.Tools.Trivy;

namespace ContainerSecurity.Gates.Misconfiguration;

/// <summary>
/// Dockerfiles, manifests and the image's configuration, held against Trivy's checks; compose files, devcontainers and workflows against the suite's
/// own.
/// </summary>
internal static class MisconfigurationGate
{
    public const string Name = "misconfig";

    public static GateDescription Description { get; } = new(Name)
    {
        Subject = "Dockerfiles, compose files, devcontainers, workflows, and the image's configuration",
        Engine = "Trivy; the suite's own rules for compose files, devcontainers and workflows",
        WithoutEngine = "the Trivy inside a pinned npm package, named as a stand-in; without npm too, own rules alone and `incomplete`",
    };

    public static async Task<GateResult> JudgeAsync(GateInput input, ScanFacts facts)
    {
        var tool = await facts.Tool;
        var images = facts.ReadImagesAsync(async image => (Image: image, Report: await image.Report));
        await Task.WhenAll(facts.TreeReport, images, facts.OwnMisconfigurations);
        var tree = await facts.TreeReport;
        var scanned = await images;
        var own = await facts.OwnMisconfigurations;
        return new Judgement
        {
            Gate = Name,
            Findings =
            [
                .. Tree(tree),
                .. scanned.SelectMany(each => Image(each.Report, each.Image)),
                .. InlineIgnores(input),
                .. ImageMetadata(input),
                .. own.Findings,
            ],
            FailOn = input.Options.FailOn,
            Exceptions = facts.ExceptionsOf(
                file => file.Misconfigurations, sawAll: tree is not null && scanned.Length > 0 && scanned.All(each => each.Report is not null)),
            Unseen = tool.Unavailable is { } reason
                ? [$"Trivy is not available: {reason}"]
                :
                [
                    .. UnseenFiles(input, tree),
                    .. input.Images.IsEmpty
                        ? [$"The image's configuration was not checked: {input.ImageMissing ?? "there is no image"}"]
                        : ImmutableArray<string>.Empty,
                    .. scanned.SelectMany(each => PerPlatform.Notes(facts.Images, each.Image, UnseenImage(each.Report, each.Image.Image))),
                ],
            Notes = own.Unread,
            Coverage = ImageCoverage(Coverage.None.List("checked", Targets(tree), "Dockerfile"), scanned)
                .Count("ownFiles", own.Files.Length, "other file")
                .List("ownChecked", own.Files)
                .Count("ownRules", ContainerRules.All.Length + WorkflowRules.All.Length)
                .Text("checks", tool.Path is null ? "none" : $"those built into Trivy {tool.Version}")
                .List("narrowedBy", facts.Config.Narrowed),
        }.With(tool).Decide();
    }

    private static Coverage ImageCoverage(Coverage coverage, ImmutableArray<(ScannedImage Image, TrivyReport? Report)> scanned)
    {
        ImmutableArray<(ScannedImage, string)> facts =
            [.. scanned.Select(each => (each.Image, Targets(each.Report).Any() ? "checked" : "not checked"))];
        return facts.IsEmpty
            ? coverage.Text("imageConfiguration", "not checked", "image configuration not checked")
            : PerPlatform.Add(coverage, "imageConfiguration", facts, "image configuration ");
    }

    private static IEnumerable<string> Targets(TrivyReport? report) =>
        (report?.Results ?? []).Where(result => result.Class == "config").Select(result => result.Target);

    private static IEnumerable<Finding> Tree(TrivyReport? report) => Failed(report).Select(failed =>
        Finding(failed.Check)
            with
        { File = failed.Result.Target, Line = failed.Check.CauseMetadata is { StartLine: > 0 and var line } ? line : null });

    /// <summary>Trivy rebuilds a Dockerfile from the image's history; its lines are nowhere to be read.</summary>
    private static IEnumerable<Finding> Image(TrivyReport? report, ScannedImage image) => Failed(report).Select(failed =>
        Finding(failed.Check) with { Layer = image.Identity.Id, File = ConfigSecrets.Root, Platform = image.Identity.Platform });

    private static IEnumerable<(TrivyResult Result, TrivyMisconfiguration Check)> Failed(TrivyReport? report) => (report?.Results ?? [])
        .SelectMany(result => result.Misconfigurations.Where(check => check.Status is not ("PASS" or "EXCEPTION")).Select(check => (result, check)));

    private static Finding Finding(TrivyMisconfiguration check) => new()
    {
        RuleId = TrivyIds.Normalize(check.Id ?? "unknown-check"),
        Severity = TrivySeverity.Parse(check.Severity),
        Message = SecretMask.Apply(check.Message ?? check.Title ?? "A check failed."),
        Help = string.Join(' ', new[] { check.Resolution, check.PrimaryUrl }.Where(text => text is { Length: > 0 })),
    };

    /// <summary>Trivy obeys such a comment without a word, so it would be an exception that nobody sees and that never ends.</summary>
    private static IEnumerable<Finding> InlineIgnores(GateInput input) =>
        from dockerfile in input.Dockerfiles
        from comment in dockerfile.Parsed.Dockerfile?.Comments ?? []
        where comment.Text.Contains("trivy:ignore", StringComparison.OrdinalIgnoreCase)
        select new Finding
        {
            RuleId = "inline-ignore",
            Severity = Severity.High,
            Message = "A comment switches checks off for the lines below.",
            File = dockerfile.Path,
            Line = comment.Line,
            Help = $"Put the exception into {IgnoreFile.Name}, with a statement and an end.",
        };

    private static IEnumerable<Finding> ImageMetadata(GateInput input) => input.Dockerfiles
        .Select(dockerfile => dockerfile.Parsed.Dockerfile)
        .OfType<Dockerfile>()
        .SelectMany(Misconfiguration.ImageMetadata.Judge);

    private static IEnumerable<string> UnseenFiles(GateInput input, TrivyReport? tree)
    {
        var read = Targets(tree).ToHashSet();
        return input.Dockerfiles
            .Where(dockerfile => dockerfile.IsInline || !read.Contains(dockerfile.Path))
            .Select(dockerfile => dockerfile.IsInline
                ? $"Trivy did not check the Dockerfile that stands in {dockerfile.Path}; 'lint' did."
                : $"Trivy did not check {dockerfile.Path}; 'lint' says whether it is well formed.")
            .Distinct();
    }

    private static IEnumerable<string> UnseenImage(TrivyReport? report, ContainerImage image) =>
        Targets(report).Any() ? [] : [$"Trivy did not check the image's configuration{Why(image)}."];

    /// <summary>
    /// Trivy writes <c>--startPeriod</c> where Docker has <c>--start-period</c>, cannot parse that and says nothing (seen with the stand-in; newer
    /// sources are no different).
    /// </summary>
    private static string Why(ContainerImage image) => image.Config.Healthcheck?.StartPeriod is null
        ? ": it recognised no instruction in the history"
        : ": it cannot read a health check with a start period; do without --start-period in HEALTHCHECK";
}
