using System.Collections.Immutable;
using System.Globalization;
using ContainerSecurity.Findings;
using ContainerSecurity.Gates.Evidence;
using ContainerSecurity.Secrets;
using ContainerSecurity.Tools.Trivy;

namespace ContainerSecurity.Gates.Secrets;

/// <summary>
/// Secrets in the checkout, in every layer of the image, and in its configuration: Trivy's rules over texts, the suite's own over everything.
/// </summary>
internal static class SecretsGate
{
    public const string Name = "secrets";

    public static GateDescription Description { get; } = new(Name)
    {
        Subject = "every file of the repository, every layer of the image, and its configuration",
        Engine = "Trivy; the suite's own rules for what Trivy skips (binaries, documentation, test paths)",
        WithoutEngine = "the same stand-in; without npm too, own rules alone and `incomplete`",
    };

    public static async Task<GateResult> JudgeAsync(GateInput input, ScanFacts facts)
    {
        var tool = await facts.Tool;
        var images = facts.ReadImagesAsync(SeeAsync);
        await Task.WhenAll(facts.TreeReport, facts.OwnTreeReading, images);
        var tree = input.Files;
        var ownTree = await facts.OwnTreeReading;
        var seen = await images;
        var findings = Distinct(
            [
                .. SecretFindings.FromTree(await facts.TreeReport),
                .. seen.SelectMany(each => SecretFindings.FromImage(each.Report, each.Image.Image)),
                .. ownTree.Findings,
                .. seen.SelectMany(each => SecretFindings.FromLayers(each.Contents, each.Image.Image)),
                .. seen.SelectMany(each => ConfigSecrets.Find(each.Image.Image)),
            ]);
        return new Judgement
        {
            Gate = Name,
            Findings = [.. findings.Select(finding => SecretFindings.Weigh(finding, tree))],
            FailOn = input.Options.FailOn,
            Exceptions = facts.ExceptionsOf(file => file.Secrets, sawAll: tool.Path is not null && seen.Length > 0),
            Unseen =
            [
                .. Unseen(input, tool.Unavailable, ownTree),
                .. seen.SelectMany(each => PerPlatform.Notes(facts.Images, each.Image, each.Image.UnreadLayers(each.Report))),
            ],
            Coverage = Coverage.None
                .Count("files", tree.Files.Length, "file")
                .Count("imageFiles", seen.Sum(each => each.Contents.Files), "image file")
                .Count("imageLayers", seen.Sum(each => each.Image.Image.Layers.Length), "layer")
                .Count("imageBytes", seen.Sum(each => each.Contents.Bytes))
                .Say(string.Create(CultureInfo.InvariantCulture, $"{seen.Sum(each => each.Contents.Bytes) / 1048576.0:0.0} MiB"))
                .List("buildFoldersLeftOut", tree.BuildFolders)
                .Count("ownRules", SecretRules.All.Select(rule => rule.Id).Distinct().Count())
                .List("narrowedBy", facts.Config.Narrowed),
        }.With(tool).Decide();
    }

    private static async Task<(ScannedImage Image, TrivyReport? Report, ImageContents Contents)> SeeAsync(ScannedImage image)
    {
        await Task.WhenAll(image.Report, image.Contents);
        return (image, await image.Report, await image.Contents);
    }

    /// <summary>
    /// Trivy and the own rules find the same token; Trivy's configuration findings do not say where, so one of ours with its rule stands for it.
    /// </summary>
    private static IEnumerable<Finding> Distinct(ImmutableArray<Finding> findings)
    {
        var located = findings.Where(SecretFindings.IsInConfiguration).Select(finding => (finding.RuleId, finding.Layer)).ToHashSet();
        return findings
            .Where(finding => finding.File != ConfigSecrets.Root || !located.Contains((finding.RuleId, finding.Layer)))
            .DistinctBy(finding => (finding.RuleId, finding.File, finding.Line, finding.Layer));
    }

    private static ImmutableArray<string> Unseen(GateInput input, string? noTool, TreeSecrets tree) =>
    [
        .. noTool is not null ? [$"Trivy is not available, so only the suite's own rules ran: {noTool}"] : ImmutableArray<string>.Empty,
        .. input.Images.IsEmpty ? [$"No image was read: {input.ImageMissing ?? "there is none"}"] : ImmutableArray<string>.Empty,
        .. tree.Unread.Select(path => $"{path} could not be read; give this user the right to."),
    ];
}
