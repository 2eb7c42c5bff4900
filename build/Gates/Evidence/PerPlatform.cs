using System.Collections.Immutable;
using ContainerSecurity.Findings;

namespace ContainerSecurity.Gates.Evidence;

/// <summary>Says facts about the images of one input: of a single one as they are, of several with the platform of each.</summary>
internal static class PerPlatform
{
    public static IEnumerable<string> Notes(ImmutableArray<ScannedImage> images, ScannedImage image, IEnumerable<string> notes) =>
        images.Length < 2 ? notes : notes.Select(note => $"{image.Identity.Platform}: {note}");

    /// <summary>Adds a text, or a list of texts.</summary>
    /// <param name="told">What comes before it in the summary; null where the summary does not tell it.</param>
    public static Coverage Add(Coverage coverage, string name, ImmutableArray<(ScannedImage Image, string Fact)> facts, string? told = null)
    {
        if (facts is [var only])
            return coverage.Text(name, only.Fact, told is null ? null : told + only.Fact);

        var each = facts.Select(fact => $"{fact.Image.Identity.Platform}: {fact.Fact}").ToList();
        var with = coverage.List(name, each);
        return told is null ? with : with.Tell(told + string.Join(", ", each));
    }
}
