using ContainerSecurity.Findings;
using ContainerSecurity.Images.Reading;

namespace Build.Tests.Images.Reading;

/// <summary>The one clear error with which a hostile image is refused.</summary>
internal static class ExpectedImageError
{
    /// <summary>A sound image, to be broken in one place.</summary>
    public static ImageSample Sample() =>
        new ImageSample().Layer(new TarSample().File("proxy", "binary")).Compressed(new TarSample().File("etc/x", "1"));

    /// <summary>Opens, and expects one line that begins with the path.</summary>
    public static string Read(string path, TemporaryFolder folder)
    {
        var error = Assert.Throws<InputException>(() => ImageReader.Open(path, folder["work"]));
        Assert.StartsWith(path, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
        return error.Message;
    }
}
