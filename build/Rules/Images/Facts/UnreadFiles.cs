using ContainerSecurity.Images.Contents;
using ContainerSecurity.Images.Known;
using ContainerSecurity.Rules.Claims.Facts;

namespace ContainerSecurity.Rules.Images.Facts;

/// <summary>Files of which nobody knows what they say.</summary>
internal static class UnreadFiles
{
    public static IEnumerable<Observation> Of(ImageFacts image, KnownFileKind kind) =>
        from file in image.View.Files
        where file.Known is KnownFile.Unread unread && unread.Kind == kind
        select new Observation.Unseen($"{file.Path} {((KnownFile.Unread)file.Known!).Why}");
}
