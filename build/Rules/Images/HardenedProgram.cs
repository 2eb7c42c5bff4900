using System.Collections.Immutable;
using ContainerSecurity.Findings;
using ContainerSecurity.Images.Contents;
using ContainerSecurity.Images.Elf;
using ContainerSecurity.Rules.Claims.Facts;

namespace ContainerSecurity.Rules.Images;

/// <summary>The programs that an engine starts, the entry point and the health check, are hardened by their linker.</summary>
internal static class HardenedProgram
{
    private const string Help = "Link it with -pie (or -static-pie), -z relro -z now and -z noexecstack, and without -rpath.";
    private const ulong Rpath = 15;
    private const ulong Flags = 0x6ffffffb;
    private const ulong Now = 1;
    private const ulong Pie = 0x08000000;

    public static readonly ImmutableArray<Check> Checks =
    [
        new(
            "image-hardened",
            CheckSubject.Image,
            "What the image starts is position-independent, has full RELRO, no executable stack, and no search path for libraries of its own.",
            facts => Subjects.Image(facts, CheckImage))
        {
            Defects =
            [
                Planted("the program's stack is executable", file => file.Dynamic((Flags, Now | Pie)).Relro().Stack(executable: true)),
                Planted("the program binds lazily", file => file.Dynamic((Flags, Pie)).Relro().Stack(executable: false)),
                Planted("the program has a fixed address", file => file.Dynamic((Flags, Now)).Relro().Stack(executable: false)),
                Planted(
                    "the program looks for libraries in a folder of its own",
                    file => file.Dynamic((Flags, Now | Pie), (Rpath, 1)).Relro().Stack(executable: false)),
            ],
        },
    ];

    /// <summary>For the image's own machine, so that nothing else is wrong with it.</summary>
    private static Defect.InImage Planted(string what, Func<ElfWriter, ElfWriter> link) => new(
        what,
        image => ImageEdit.WithEntry(image, link(new ElfWriter { Machine = ElfMachines.Find(image.Config.Architecture) }).ToBytes()));

    private static IEnumerable<Observation> CheckImage(ImageFacts image) => StartCommand.ProgramsOf(image) is { Count: > 0 } programs
        ? programs.SelectMany(CheckProgram)
        : [new Observation.Broken("the image starts no file that it holds", Place.InConfig(image.Identity, "Entrypoint"), Help)];

    private static IEnumerable<Observation> CheckProgram(ImageFile file) => file.Program is { } program
        ? Subjects.HeldUnless(
            FaultsOf(program).Select(fault => new Observation.Broken($"{file.Path} {fault}", file.Place, Help)),
            () => $"{file.Path} in layer {file.Layer}: position-independent, full RELRO, no executable stack, no RPATH or RUNPATH")
        : [new Observation.Broken($"{file.Path} is no ELF executable that can be read", file.Place, Help)];

    private static IEnumerable<string> FaultsOf(ElfFile program)
    {
        if (!program.IsPositionIndependent)
            yield return "is loaded at a fixed address (not position-independent)";
        if (program.Relro != Relro.Full)
            yield return $"leaves its tables of functions writable (RELRO {program.Relro.ToString().ToLowerInvariant()})";
        if (!program.HasNonExecutableStack)
            yield return "has an executable stack";
        if (!program.SearchPaths.IsEmpty)
            yield return $"looks for libraries in {string.Join(", ", program.SearchPaths)} first (RPATH or RUNPATH)";
    }
}
