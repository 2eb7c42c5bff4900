using ContainerSecurity.Formats.Dockerfiles;

namespace Build.Tests.Formats.Dockerfiles;

public sealed class ImageReferenceTests
{
    private const string Digest = "sha256:73d85a96694a2cadca1ba3fcb5721f2312a64f1d571dd86f6c77e10a708931dc";

    [Theory]
    [InlineData("debian", null, "debian", null, null)]
    [InlineData("library/debian:12", null, "library/debian", "12", null)]
    [InlineData("localhost/a", "localhost", "a", null, null)]
    [InlineData("registry:5000/a/b:1@" + Digest, "registry:5000", "a/b", "1", Digest)]
    [InlineData("mcr.microsoft.com/a@" + Digest, "mcr.microsoft.com", "a", null, Digest)]
    public void An_engine_finds_the_parts(string text, string? registry, string name, string? tag, string? digest) =>
        Assert.Equal(new ImageReference(registry, name, tag, digest), ImageReference.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("Debian")]
    [InlineData("debian:")]
    [InlineData("debian@12")]
    [InlineData("${BASE}")]
    public void Other_texts_name_no_image(string text) => Assert.Null(ImageReference.Parse(text));

    [Theory]
    [InlineData("registry:5000/a", null, "registry", "5000/a", null)]
    [InlineData("Debian", null, "Debian", null, null)]
    [InlineData("a.b/c:${TAG:-1}@d", "a.b", "c", "${TAG:-1}", "d")]
    public void Hadolint_finds_parts_of_its_own(string text, string? registry, string name, string? tag, string? digest) =>
        Assert.Equal(new ImageReference(registry, name, tag, digest), ImageReference.ParseAsHadolint(text));
}
