using System.Collections.Immutable;
using ContainerSecurity.Findings;
using ContainerSecurity.Gates.Evidence;
using ContainerSecurity.Secrets;
using ContainerSecurity.Tools.Trivy;

namespace ContainerSecurity.Gates.Secrets;

/// <summary>Secrets in the checkout, in every layer of the image, and in its configuration: Trivy's rules over texts, the suite's own over everything.</summary>
internal static class SecretsGate
{
    public const string Name = "secrets";

    public static GateDescription Description { get; } = new(Name)
    {
        Subject = "every file of the repository, every layer of the image, and its configuration",
        Engine = "Trivy; the suite's own rules for what Trivy skips (binaries, documentation, test paths)",
        WithoutEngine = "the same stand-in; without npm too, own rules alone and `incomplete`",
    };

    public static async Task<GateResult> JudgeAsync(GateInput input, ScanFacts facts, DateOnly today)
    {
        var tool = await facts.Tool;
        var images = facts.OfImages(SeeAsync);
        await Task.WhenAll(facts.TreeReport, facts.OwnTreeReading, images);
        var tree = input.Files;
        var ownTree = await facts.OwnTreeReading;
        var seen = await images;
        var findings = Distinct(
            [
                .. SecretFindings.OfTree(await facts.TreeReport),
                .. seen.SelectMany(each => SecretFindings.OfImage(each.Report, each.Image.Image)),
                .. ownTree.Findings,
                .. seen.SelectMany(each => SecretFindings.OfLayers(each.Contents, each.Image.Image)),
                .. seen.SelectMany(each => ConfigSecrets.Find(each.Image.Image)),
            ])
            .Select(finding => new ScanFinding(SecretFindings.Weigh(finding, tree)));
        return new ScanEvidence
        {
            Gate = Name,
            Tool = tool,
            EngineWithoutTool = "built-in",
            Outcome = IgnoreRules.Apply(facts.Ignored.Secrets, findings, today, sawAll: tool.Path is not null && seen.Length > 0),
            Unseen =
            [
                .. Unseen(input, tool.Unavailable, ownTree),
                .. seen.SelectMany(each => PerPlatform.Notes(facts.Images, each.Image, each.Image.UnreadLayers(each.Report))),
            ],
            Coverage = ImmutableSortedDictionary<string, object>.Empty
                .Add("files", (long)tree.Files.Length)
                .Add("buildFoldersLeftOut", tree.BuildFolders)
                .Add("imageFiles", seen.Sum(each => each.Contents.Files))
                .Add("imageBytes", seen.Sum(each => each.Contents.Bytes))
                .Add("imageLayers", (long)seen.Sum(each => each.Image.Image.Layers.Length))
                .Add("ownRules", (long)SecretRules.All.Select(rule => rule.Id).Distinct().Count())
                .Add("narrowedBy", facts.Config.Narrowed),
        }.Decide(input.Options.FailOn);
    }

    private static async Task<(ScannedImage Image, TrivyReport? Report, ImageContents Contents)> SeeAsync(ScannedImage image)
    {
        await Task.WhenAll(image.Report, image.Contents);
        return (image, await image.Report, await image.Contents);
    }

    /// <summary>Trivy and the own rules find the same token; Trivy's configuration findings do not say where, so one of ours with its rule stands for it.</summary>
    private static IEnumerable<Finding> Distinct(ImmutableArray<Finding> findings)
    {
        var located = findings.Where(SecretFindings.IsInConfiguration).Select(finding => (finding.RuleId, finding.Layer)).ToHashSet();
        return findings
            .Where(finding => finding.File != ConfigSecrets.Root || !located.Contains((finding.RuleId, finding.Layer)))
            .DistinctBy(finding => (finding.RuleId, finding.File, finding.Line, finding.Layer));
    }

    private static ImmutableArray<string> Unseen(GateInput input, string? noTool, TreeSecrets tree) =>
    [
        .. noTool is not null ? [$"Trivy cannot be had, so only the suite's own rules ran: {noTool}"] : ImmutableArray<string>.Empty,
        .. input.Images.IsEmpty ? [$"No image was read: {input.ImageMissing ?? "there is none"}"] : ImmutableArray<string>.Empty,
        .. tree.Unread.Select(path => $"{path} could not be read; give this user the right to."),
    ];
}
