using System.Text;
using Build.Tests.Tools.Trivy;
using ContainerSecurity.Images.Building;
using ContainerSecurity.Images.Reading;
using ContainerSecurity.Images.Writing;

namespace Build.Tests.Images.Writing;

public sealed class SingleImageArchiveTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Each_image_of_an_archive_can_be_had_alone_and_unchanged()
    {
        BuiltImage[] built =
        [
            new TestImage().Layer(("a", "one")).Layer(("b", "shared")).Build(),
            new TestImage().Layer(("c", "two")).Layer(("b", "shared")).Build(),
        ];
        var archive = MultiImageArchive.Write(_folder["all.tar"], built);
        var all = ImageReader.Open(archive, _folder["work"]).Images;

        foreach (var (image, index) in all.Select((image, index) => (image, index)))
        {
            var alone = Assert.Single(
                ImageReader.Open(SingleImageArchive.Create(archive, image.Identity.Id, _folder[$"{index}.tar"]), _folder["work"]).Images);

            Assert.Equal(built[index].Identity.Id, alone.Identity.Id);
            Assert.Equal(image.Layers.Select(layer => layer.DiffId), alone.Layers.Select(layer => layer.DiffId));
            Assert.DoesNotContain(
                index == 0 ? "two" : "one", Encoding.Latin1.GetString(File.ReadAllBytes(_folder[$"{index}.tar"])), StringComparison.Ordinal);
        }
    }
}
