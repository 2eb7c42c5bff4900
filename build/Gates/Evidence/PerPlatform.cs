using System.Collections.Immutable;
using ContainerSecurity.Findings;

namespace ContainerSecurity.Gates.Evidence;

/// <summary>Says facts about the images of one input: of a single one as they are, of several with the platform of each.</summary>
internal static class PerPlatform
{
    public static IEnumerable<string> Notes(ImmutableArray<ScannedImage> images, ScannedImage image, IEnumerable<string> notes) =>
        images.Length < 2 ? notes : notes.Select(note => $"{image.Identity.Platform}: {note}");

    /// <summary>Adds a text, or a list of texts.</summary>
    /// <param name="words">What the summary says before it; null if the summary does not mention it.</param>
    public static Coverage Add(Coverage coverage, string name, ImmutableArray<(ScannedImage Image, string Fact)> facts, string? words = null)
    {
        if (facts is [var only])
            return coverage.Text(name, only.Fact, words is null ? null : words + only.Fact);

        var each = facts.Select(fact => $"{fact.Image.Identity.Platform}: {fact.Fact}").ToList();
        var with = coverage.List(name, each);
        return words is null ? with : with.Say(words + string.Join(", ", each));
    }
}
