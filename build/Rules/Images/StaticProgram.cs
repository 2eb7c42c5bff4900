using System.Collections.Immutable;
using ContainerSecurity.Findings;
using ContainerSecurity.Images.Contents;
using ContainerSecurity.Images.Elf;
using ContainerSecurity.Rules.Claims.Facts;

namespace ContainerSecurity.Rules.Images;

/// <summary>What the image starts needs no loader and no library, and is for the image's own machine.</summary>
internal static class StaticProgram
{
    private const string Help = "Compile the proxy with ./build.sh --target=Compile; its project links statically.";

    private static readonly byte[] Dynamic = new ElfWriter().Interpreter("/planted/ld.so").Hardened().ToBytes();

    public static readonly ImmutableArray<Check> Checks =
    [
        new("image-static", CheckSubject.Image, "What the image starts is a static executable of the image's own architecture.", facts =>
            Subjects.Image(facts, CheckEntry))
        {
            Defects =
            [
                new Defect.InImage("the program asks for a loader", image => ImageEdit.WithEntry(image, Dynamic)),
            ],
        },
    ];

    private static IEnumerable<Observation> CheckEntry(ImageFacts image) => EntryPoint.Find(image) is not { } file
        ? [new Observation.Broken("the image's entry point names no file in it", Place.InConfig(image.Identity, "Entrypoint"), Help)]
        : Subjects.HeldUnless(
            CheckFile(image, file).Select(message => new Observation.Broken(message, file.Place, Help)),
            () => $"{file.Path} in layer {file.Layer}: ELF for {file.Program!.Architecture}, no PT_INTERP, no DT_NEEDED{CompilerOf(file)}");

    private static IEnumerable<string> CheckFile(ImageFacts image, ImageFile file)
    {
        if (file.Program is not { } program)
        {
            yield return file.Damage ?? "the entry point is no ELF executable";
            yield break;
        }

        if (program.Interpreter is { } interpreter)
            yield return $"the entry point is dynamically linked: it asks for the loader {interpreter}";
        if (program.Needed.Length > 0)
            yield return $"the entry point is dynamically linked: it needs {string.Join(", ", program.Needed)}";
        if (program.Architecture != image.Config.Architecture)
            yield return $"the entry point is for {program.Architecture}, the image for {image.Config.Architecture}";
    }

    private static string CompilerOf(ImageFile file) => file.Program!.IlcVersion is { } version ? $", Native AOT compiler {version}" : "";
}
