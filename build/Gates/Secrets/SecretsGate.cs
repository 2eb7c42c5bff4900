using System.Collections.Immutable;
using System.Globalization;
using ContainerSecurity.Findings;
using ContainerSecurity.Gates.Evidence;
using ContainerSecurity.Secrets;
using ContainerSecurity.Tools.Trivy;

namespace ContainerSecurity.Gates.Secrets;

/// <summary>
/// Secrets in the checkout, in every layer of the image, in its configuration and attestations: Trivy's rules over texts, the suite's own over
/// everything.
/// </summary>
internal static class SecretsGate
{
    public const string Name = "secrets";

    private const int MostNotes = 20;

    public static GateDescription Description { get; } = new(Name)
    {
        Subject = "every file of the repository, every layer of the image, archives in it, its configuration and attestations",
        Engine = "Trivy's rules for texts, and the suite's own for every file",
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
        var inTree = Distinct([.. SecretFindings.FromTree(await facts.TreeReport, tree.Root)], [.. ownTree.Findings]);
        var findings = inTree.Concat(seen.SelectMany(FindInImage));
        return new Judgement
        {
            Gate = Name,
            Findings = [.. findings.Select(finding => SecretFindings.Weigh(finding, tree))],
            FailOn = input.Options.FailOn,
            Exceptions = facts.ExceptionsOf(file => file.Secrets, sawAll: tool.Path is not null && seen.Length > 0),
            Unseen =
            [
                .. Unseen(input, tool.Unavailable, ownTree),
                .. seen.SelectMany(each => PerPlatform.Notes(
                    facts.Images, each.Image, each.Image.UnreadLayers(each.Report).Concat(Shortened(each.Contents.Unread)))),
            ],
            Coverage = Coverage.None
                .Count("files", tree.Files.Length, "file")
                .Count("imageFiles", seen.Sum(each => each.Contents.Files), "image file")
                .Count("imageLayers", seen.Sum(each => each.Image.Image.Layers.Length), "layer")
                .Count("attestations", seen.Sum(each => each.Image.Image.Attestations.Length))
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

    private static IEnumerable<Finding> FindInImage((ScannedImage Image, TrivyReport? Report, ImageContents Contents) seen)
    {
        var image = seen.Image.Image;
        ImmutableArray<Finding> own = [.. SecretFindings.FromLayers(seen.Contents, image), .. ConfigSecrets.Find(image)];
        return Distinct([.. SecretFindings.FromImage(seen.Report, image, own)], own);
    }

    /// <summary>
    /// Trivy and the own rules find the same secret, often under another name: of one line the own finding is kept. Trivy's findings in the
    /// configuration do not say where, so one of ours with its rule stands for it; of a binary file, ours has no line.
    /// </summary>
    private static IEnumerable<Finding> Distinct(ImmutableArray<Finding> trivy, ImmutableArray<Finding> own)
    {
        var configured = own.Where(SecretFindings.IsInConfiguration).Select(finding => finding.RuleId).ToHashSet(StringComparer.Ordinal);
        var lines = own.Select(finding => (finding.File, finding.Line, finding.Layer)).ToHashSet();
        return trivy
            .Where(finding => finding.File == ConfigSecrets.Root
                ? !configured.Contains(finding.RuleId)
                : !lines.Contains((finding.File, finding.Line, finding.Layer)) && !lines.Contains((finding.File, null, finding.Layer)))
            .Concat(own)
            .DistinctBy(finding => (finding.RuleId, finding.File, finding.Line, finding.Layer));
    }

    /// <summary>Some images hold thousands of archives in archives.</summary>
    private static IEnumerable<string> Shortened(ImmutableArray<string> notes) =>
        notes.Length <= MostNotes ? notes : notes.Take(MostNotes).Append($"{notes.Length - MostNotes} more archives were not read in full.");

    private static ImmutableArray<string> Unseen(GateInput input, string? noTool, TreeSecrets tree) =>
    [
        .. noTool is not null ? [$"Trivy is not available, so only the suite's own rules ran: {noTool}"] : ImmutableArray<string>.Empty,
        .. input.Images.IsEmpty ? [$"No image was read: {input.ImageMissing ?? "there is none"}"] : ImmutableArray<string>.Empty,
        .. tree.Unread.Select(path => $"{path} could not be read; give this user the right to."),
    ];
}
