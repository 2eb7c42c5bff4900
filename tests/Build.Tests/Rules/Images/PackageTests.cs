using Build.Tests.Gates.Policy;
using static Build.Tests.Rules.Images.ImageCheck;

namespace Build.Tests.Rules.Images;

/// <summary>Which packages the databases of an image name.</summary>
public sealed class PackageTests
{
    private const string Status = "/var/lib/dpkg/status";

    /// <summary>curl with all it needs, and one package that nobody asked for.</summary>
    private const string Installed = """
        Package: curl
        Status: install ok installed
        Version: 8.0
        Depends: libc6 (>= 2.34), libcurl4:any (= 8.0) | libcurl3,
         zlib1g

        Package: libcurl4
        Status: install ok installed
        Version: 8.0
        Pre-Depends: virtual-ssl

        Package: libc6
        Status: install ok installed
        Version: 2.36

        Package: zlib1g
        Status: install ok installed
        Version: 1.2

        Package: openssl-provider
        Status: install ok installed
        Version: 3.0
        Provides: virtual-ssl (= 3)

        Package: gone
        Status: deinstall ok config-files
        Version: 1.0

        """;

    [Fact]
    public void What_a_declared_package_needs_need_not_be_declared()
    {
        const string More = Installed + "\nPackage: netcat\nStatus: install ok installed\nVersion: 1.10\n";

        Holds("image-packages", With(Status, Installed), "{packages: [curl]}");
        Assert.Equal(
            "the image holds the package netcat 1.10, which nothing declares",
            Complaint("image-packages", With(Status, More), "{packages: [curl]}"));
    }

    [Fact]
    public void What_is_declared_must_be_there() => Assert.Equal(
        "the policy declares the package jq, and no package database of the image names it",
        Complaint("image-packages", With(Status, Installed), "{packages: [curl, jq]}"));

    [Fact]
    public void A_glob_names_packages_of_one_family() =>
        Holds("image-packages", With(Status, "Package: libssl3t64\nVersion: 3\n"), "{packages: [libssl3*]}");

    [Fact]
    public void Packages_of_the_base_need_not_be_declared()
    {
        var policy = $"{{packages: [curl], base: {{image: 'debian@sha256:{new string('0', 64)}', layers: [{SampleImage.Layer}]}}}}";
        var basis = new SampleImage { Files = [new SampleFile(Status, "Package: bash\nVersion: 5\n"), Program("/bin/app")] };
        var image = basis with { UpperFiles = [new SampleFile(Status, "Package: bash\nVersion: 5\n\nPackage: curl\nVersion: 8\n")] };

        Holds("image-packages", image, policy);
        Assert.Contains("netcat", Complaint("image-packages", image with
        {
            UpperFiles = [new SampleFile(Status, "Package: bash\nVersion: 5\n\nPackage: curl\nVersion: 8\n\nPackage: netcat\nVersion: 1\n")],
        }, policy));
    }

    [Fact]
    public void Packages_of_apk_are_read_with_what_they_need()
    {
        const string Database = "P:curl\nV:8.0-r0\nD:so:libc.musl-x86_64.so.1 ca-certificates>=1 !libressl\n\n"
            + "P:musl\nV:1.2\np:so:libc.musl-x86_64.so.1=1\n\nP:ca-certificates\nV:1\n\n";

        Holds("image-packages", With("/lib/apk/db/installed", Database), "{packages: [curl]}");
        Assert.Contains(
            "busybox 1.36", Complaint("image-packages", With("/lib/apk/db/installed", Database + "P:busybox\nV:1.36\n"), "{packages: [curl]}"));
    }

    [Fact]
    public void Checksums_beside_the_packages_of_distroless_images_are_no_packages() =>
        Holds("image-packages", Sound.With(new SampleFile("/var/lib/dpkg/status.d/libc6.md5sums", "Package: x\n")));

    [Fact]
    public void A_database_that_is_not_read_leaves_it_open() => Assert.Contains(
        "a package database of rpm, which is not read", WhyUnseen("image-packages", With("/var/lib/rpm/rpmdb.sqlite", "x"), "{packages: []}"));

    [Fact]
    public void No_database_and_no_declared_package_agree() =>
        Holds("image-packages", new SampleImage { Files = [Program("/app")] }, "{packages: []}");

    [Fact]
    public void A_database_that_is_too_large_leaves_it_open() => Assert.Contains(
        "/var/lib/dpkg/status has 16777217 bytes",
        WhyUnseen("image-packages", With(Status, new string(' ', (16 * 1024 * 1024) + 1)), "{packages: []}"));

    private static SampleImage With(string path, string content) => new() { Files = [new SampleFile(path, content)] };
}
