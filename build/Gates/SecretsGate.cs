using System.Collections.Immutable;
using ContainerSecurity.Findings;
using ContainerSecurity.Secrets;
using ContainerSecurity.Tools.Trivy;

namespace ContainerSecurity.Gates;

/// <summary>Secrets in the checkout, in every layer of the image, and in its configuration: Trivy's rules over texts, the suite's own over everything.</summary>
internal static class SecretsGate
{
    public const string Name = "secrets";

    public static async Task<GateResult> JudgeAsync(GateInput input, ScanFacts facts, DateOnly today)
    {
        var tool = await facts.Tool;
        await Task.WhenAll(facts.TreeReport, facts.ImageReport, facts.OwnTreeReading, facts.OwnImageReading);
        var tree = await facts.Tree;
        var ownTree = await facts.OwnTreeReading;
        var ownImage = await facts.OwnImageReading;
        var findings = Distinct(
            [
                .. SecretFindings.OfTree(await facts.TreeReport),
                .. SecretFindings.OfImage(await facts.ImageReport, input.Image),
                .. ownTree.Findings,
                .. SecretFindings.OfLayers(ownImage, input.Image),
                .. input.Image is { } image ? ConfigSecrets.Find(image) : [],
            ])
            .Select(finding => new ScanFinding(SecretFindings.Weigh(finding, tree)));
        return new ScanEvidence
        {
            Gate = Name,
            Tool = tool,
            EngineWithoutTool = "built-in",
            Outcome = IgnoreRules.Apply(facts.Ignored.Secrets, findings, today, sawAll: tool.Path is not null && ownImage is not null),
            Unseen = Unseen(input, tool.Unavailable, ownTree, ownImage),
            Coverage = ImmutableSortedDictionary<string, object>.Empty
                .Add("files", (long)tree.Files.Length)
                .Add("buildFoldersLeftOut", tree.BuildFolders)
                .Add("imageFiles", ownImage?.Files ?? 0L)
                .Add("imageBytes", ownImage?.Bytes ?? 0L)
                .Add("imageLayers", (long)(input.Image?.Layers.Length ?? 0))
                .Add("ownRules", (long)SecretRules.All.Select(rule => rule.Id).Distinct().Count())
                .Add("narrowedBy", facts.Config.Narrowed),
        }.Decide(input.Options.FailOn);
    }

    /// <summary>Trivy and the own rules find the same token; Trivy's configuration findings do not say where, so one of ours with its rule stands for it.</summary>
    private static IEnumerable<Finding> Distinct(ImmutableArray<Finding> findings)
    {
        var located = findings.Where(SecretFindings.IsInConfiguration).Select(finding => finding.RuleId).ToHashSet();
        return findings
            .Where(finding => finding.File != ConfigSecrets.Root || !located.Contains(finding.RuleId))
            .DistinctBy(finding => (finding.RuleId, finding.File, finding.Line, finding.Layer));
    }

    private static ImmutableArray<string> Unseen(GateInput input, string? noTool, TreeSecrets tree, ImageContents? image) =>
    [
        .. noTool is not null ? [$"Trivy cannot be had, so only the suite's own rules ran: {noTool}"] : ImmutableArray<string>.Empty,
        .. image is null ? [$"No image was read: {input.ImageMissing ?? "there is none"}"] : ImmutableArray<string>.Empty,
        .. tree.Unread.Select(path => $"{path} could not be read; give this user the right to."),
    ];
}
