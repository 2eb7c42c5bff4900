using System.Collections.Immutable;
using ContainerSecurity.Images;
using ContainerSecurity.Images.Contents;
using ContainerSecurity.Images.Elf;
using ContainerSecurity.Rules.Claims.Facts;
using ContainerSecurity.Shell.Programs.Table;

namespace ContainerSecurity.Rules.Images;

/// <summary>What an intruder would look for first: a shell, a package manager, a way to become root. By name, and shells by content too.</summary>
internal static class ShellsAndInstallers
{
    /// <summary>One file each that is many programs, shells among them.</summary>
    private static readonly string[] MultiShells = ["busybox", "toybox"];

    /// <summary>They give a shell text to run later, and are none.</summary>
    private static readonly string[] Schedulers = ["at", "batch", "crontab"];

    /// <summary>They install packages too, but an image has them to run its program.</summary>
    private static readonly string[] Runtimes = ["dotnet", "deno", "bun"];

    private static readonly string[] Installers = ["dpkg", "apk", "rpm", "snap", "flatpak", "opkg", "emerge", "nix", "nix-env", "xbps-install"];

    private static readonly string[] RootGivers = ["sudo", "sudoedit", "sudo-rs", "doas", "pkexec"];

    public static readonly ImmutableArray<Check> Checks =
    [
        Create("image-shells", "The image holds no shell, under its own name or another.", "a shell", WhyShell) with
        {
            Defects =
            [
                new Defect.InImage("a shell", PlantedFile.Program("/planted/sh")) { SeenToo = [SinglePrograms.Id] },
                new Defect.InImage("a shell under another name", PlantedFile.Program("/planted/tool") with { Content = Busybox() })
                {
                    SeenToo = [SinglePrograms.Id],
                },
            ],
        },
        Create("image-package-managers", "The image holds no package manager.", "a package manager", WhyInstaller) with
        {
            Defects = [new Defect.InImage("a package manager", PlantedFile.Program("/planted/apt-get")) { SeenToo = [SinglePrograms.Id] }],
        },
        Create("image-sudo", "The image holds no sudo, doas or pkexec.", "a way to become root", WhyRootGiver) with
        {
            Defects = [new Defect.InImage("sudo", PlantedFile.Program("/planted/sudo")) { SeenToo = [SinglePrograms.Id] }],
        },
    ];

    private static Check Create(string id, string meaning, string what, Func<ImageFile, string?> why) => new(id, CheckSubject.Image, meaning, facts =>
        Subjects.Image(facts, image => Subjects.HeldUnless(
            ShortList.Of(
                from file in image.View.Files
                where file.IsExecutable || file.Kind == LayerEntryKind.SymbolicLink
                let reason = why(file)
                where reason is not null
                select new Observation.Broken($"{file.Path} is {what} ({reason})", file.Place, "Build the image from scratch or a distroless base.")),
            () => $"image {image.Identity.Name}: none among {image.View.Files.Count()} entries")));

    private static string? WhyShell(ImageFile file) =>
        Named(file, IsShell) ?? (file.Program?.Shell is { } shell ? $"its content is that of {shell}" : null);

    private static bool IsShell(string name) =>
        MultiShells.Contains(name)
        || ((ProgramTable.Is(name, Act.Shell) || ProgramTable.Is(name, Act.PowerShell)) && !Schedulers.Contains(name));

    private static string? WhyInstaller(ImageFile file) => Named(file, IsInstaller);

    private static bool IsInstaller(string name) =>
        Installers.Contains(name) || (ProgramTable.Is(name, Act.Install) && !Runtimes.Contains(name));

    private static string? WhyRootGiver(ImageFile file) => Named(file, name => RootGivers.Contains(name));

    private static string? Named(ImageFile file, Func<string, bool> isOne)
    {
        var name = ProgramTable.NameOf(file.Path);
        return isOne(name) ? "by its name"
            : file is { Kind: LayerEntryKind.SymbolicLink, LinkTarget: { } target } && isOne(ProgramTable.NameOf(target))
                ? $"it leads to {target}"
            : null;
    }

    private static byte[] Busybox() => new ElfWriter().Hardened().Loaded("BusyBox v1.36.1").ToBytes();
}
