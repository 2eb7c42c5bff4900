using System.Collections.Immutable;

namespace ContainerSecurity.Gates.Evidence;

/// <summary>Says facts about the images of one input: of a single one as they are, of several with the platform of each.</summary>
internal static class PerPlatform
{
    public static IEnumerable<string> Notes(ImmutableArray<ScannedImage> images, ScannedImage image, IEnumerable<string> notes) =>
        images.Length < 2 ? notes : notes.Select(note => $"{image.Identity.Platform}: {note}");

    /// <returns>A text, or a list of texts.</returns>
    public static object Fact(ImmutableArray<(ScannedImage Image, string Fact)> facts) => facts is [var only]
        ? only.Fact
        : facts.Select(each => $"{each.Image.Identity.Platform}: {each.Fact}").ToImmutableArray();
}
