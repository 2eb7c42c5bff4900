using Build.Tests.Gates.Policy;
using ContainerSecurity.Images;
using ContainerSecurity.Images.Elf;
using static Build.Tests.Rules.Images.ImageCheck;

namespace Build.Tests.Rules.Images;

/// <summary>Which programs an image holds, and what they may do.</summary>
public sealed class ProgramTests
{
    private const ulong Flags = 0x6ffffffb;
    private const ulong NowAndPie = 0x08000001;

    [Theory]
    [InlineData("image-static")]
    [InlineData("image-hardened")]
    [InlineData("image-programs")]
    [InlineData("image-shells")]
    [InlineData("image-package-managers")]
    [InlineData("image-sudo")]
    [InlineData("image-setuid")]
    [InlineData("image-capabilities")]
    public void An_image_with_one_sound_program_passes(string check) => Holds(check, Sound);

    [Theory]
    [InlineData("/bin/sh")]
    [InlineData("/usr/bin/bash")]
    [InlineData("/bin/busybox")]
    [InlineData("/opt/tools/zsh")]
    [InlineData("/bin/dash")]
    [InlineData("/usr/bin/pwsh")]
    public void A_shell_is_known_by_its_name(string path) =>
        Assert.Equal($"{path} is a shell (by its name)", Complaint("image-shells", Sound.With(Program(path))));

    [Theory]
    [InlineData("GNU bash, version %s (%s)", "bash")]
    [InlineData("BusyBox v1.36.1 (Debian)", "busybox")]
    [InlineData("can't access tty; job control turned off", "dash or ash")]
    public void A_shell_under_another_name_is_known_by_its_content(string text, string shell)
    {
        var program = new SampleFile("/usr/bin/tool", new ElfWriter().Loaded(text).ToBytes()) { Mode = 0b111_101_101 };

        Assert.Equal($"/usr/bin/tool is a shell (its content is that of {shell})", Complaint("image-shells", Sound.With(program)));
    }

    [Fact]
    public void A_link_to_a_shell_is_one() => Assert.Equal(
        "/app/run is a shell (it leads to /usr/bin/busybox)", Complaint("image-shells", Sound.With(Link("/app/run", "/usr/bin/busybox"))));

    [Fact]
    public void A_file_that_only_has_the_name_of_a_program_is_none()
    {
        var completion = Sound.With(new SampleFile("/usr/share/bash-completion/completions/bash", "x"), new SampleFile("/etc/apt", "x"));

        Holds("image-shells", completion);
        Holds("image-package-managers", completion);
    }

    [Theory]
    [InlineData("/usr/bin/dotnet")]
    [InlineData("/app/batch")]
    [InlineData("/usr/bin/python3.11")]
    [InlineData("/app/finish")]
    [InlineData("/usr/local/bin/node")]
    public void A_runtime_or_a_program_of_ones_own_is_neither_shell_nor_package_manager(string path)
    {
        Holds("image-shells", Sound.With(Program(path)));
        Holds("image-package-managers", Sound.With(Program(path)));
    }

    [Fact]
    public void A_shell_that_a_later_layer_deletes_cannot_be_run_but_is_a_program_in_the_image()
    {
        var image = Sound.With(Program("/bin/sh"))
            with
        { UpperFiles = [new SampleFile("/bin/sh", "") { Kind = LayerEntryKind.Whiteout }] };

        Holds("image-shells", image);
        Assert.Contains("/bin/sh", Complaint("image-programs", image));
    }

    [Theory]
    [InlineData("/usr/bin/apt-get")]
    [InlineData("/usr/bin/dpkg")]
    [InlineData("/sbin/apk")]
    [InlineData("/usr/bin/rpm")]
    [InlineData("/usr/local/bin/npm")]
    [InlineData("/usr/bin/pip3.11")]
    [InlineData("/usr/bin/microdnf")]
    public void A_package_manager_is_known_by_its_name(string path) =>
        Assert.Contains(path, Complaint("image-package-managers", Sound.With(Program(path))));

    [Theory]
    [InlineData("/usr/bin/sudo")]
    [InlineData("/usr/bin/doas")]
    public void A_way_to_become_root_is_found(string path) => Assert.Contains(path, Complaint("image-sudo", Sound.With(Program(path))));

    [Theory]
    [InlineData(0b100_111_101_101)]
    [InlineData(0b010_111_101_101)]
    [InlineData(0b100_110_100_100)]
    public void Setuid_and_setgid_are_found_whether_the_file_can_be_run_or_not(int mode) => Assert.Equal(
        "/x is setuid or setgid", Complaint("image-setuid", Sound.With(new SampleFile("/x", "x") { Mode = mode })));

    [Fact]
    public void A_setgid_folder_gives_nobody_powers() =>
        Holds("image-setuid", Sound.With(new SampleFile("/var/mail", "") { Kind = LayerEntryKind.Directory, Mode = 0b010_111_101_101 }));

    [Fact]
    public void Capabilities_of_a_file_are_found() => Assert.Equal(
        "/x has capabilities", Complaint("image-capabilities", Sound.With(new SampleFile("/x", "x") { HasCapabilities = true })));

    [Fact]
    public void Each_way_of_linking_that_is_not_hardened_is_named()
    {
        Assert.Contains("fixed address", Hardened(new ElfWriter { Type = 2 }.Hardened()));
        Assert.Contains("RELRO partial", Hardened(new ElfWriter().Dynamic((Flags, 0x08000000)).Relro().Stack(executable: false)));
        Assert.Contains("RELRO none", Hardened(new ElfWriter().Dynamic((Flags, NowAndPie)).Stack(executable: false)));
        Assert.Contains("executable stack", Hardened(new ElfWriter().Dynamic((Flags, NowAndPie)).Relro().Stack(executable: true)));
        Assert.Contains("executable stack", Hardened(new ElfWriter().Dynamic((Flags, NowAndPie)).Relro()));
        Assert.Contains("/opt/lib first", Hardened(WithSearchPath(15)));
        Assert.Contains("/opt/lib first", Hardened(WithSearchPath(29)));
    }

    [Fact]
    public void The_program_of_the_health_check_must_be_hardened_too()
    {
        var probe = new SampleFile("/probe", new ElfWriter { Type = 2 }.Hardened().ToBytes()) { Mode = 0b111_101_101 };
        var config = Sound.Config with { Healthcheck = new Healthcheck(["CMD", "/probe"]) };

        Assert.Contains("/probe", Complaint("image-hardened", Sound.With(probe) with { Config = config }));
    }

    private static string Hardened(ElfWriter program) => Complaint("image-hardened", Sound.Starting(program.ToBytes()));

    private static ElfWriter WithSearchPath(ulong tag) =>
        new ElfWriter().Loaded("\0/opt/lib\0").Dynamic((Flags, NowAndPie), (tag, 1), (5, 0x1000)).Relro().Stack(executable: false);
}
