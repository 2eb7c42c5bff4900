using System.Collections.Immutable;
using ContainerSecurity.Findings;
using ContainerSecurity.Packaging.Rebuilding;
using ContainerSecurity.Rules.Claims.Facts;

namespace ContainerSecurity.Rules.Claims;

/// <summary>DM-4.4: whoever builds the same sources gets the same bits.</summary>
internal static class ReproducibleBuilds
{
    private const string Help =
        "Take the cause out of the build: paths, times and orders must not reach the binary or the image (reproducible-builds.org).";

    private const string Project = "proxy/Proxy.csproj";

    public static readonly ImmutableArray<Check> Checks =
    [
        new("reproducible", CheckSubject.Build, "Another builder makes the same binary and the same image of the same sources, bit for bit.", Look)
        {
            Defects = [new Defect.InBuild("one byte of the binary is another", ChangeOneByte)],
        },
    ];

    private static IEnumerable<Observation> Look(PolicyFacts facts) => facts.Build is not { } build
        ? [new Observation.Unseen(facts.BuildMissing)]
        : build.Reproductions.IsEmpty
            ? [new Observation.Unseen("nobody has built it again")]
            : Subjects.HeldUnless(
                build.Reproductions.SelectMany(reproduction => reproduction.Differences.Select(difference => Broken(reproduction, difference))),
                () => string.Join(". ", build.Reproductions.GroupBy(reproduction => reproduction.Subject).Select(Describe)));

    private static string Describe(IGrouping<BuiltSubject, Reproduction> same) =>
        $"{same.Key.Rid} reproduced by {same.Count()} builder(s): {string.Join("; ", same.Select(reproduction => reproduction.Builder))}. "
            + $"Binary {same.Key.Binary}, image {same.Key.Image}";

    private static Observation.Broken Broken(Reproduction reproduction, string difference) =>
        new($"{reproduction.Builder} built something else: {difference}", Place.At(Project, 1), Help);

    private static BuildFacts ChangeOneByte(BuildFacts build)
    {
        var changed = build.Binary.ToArray();
        changed[changed.Length / 2] ^= 0x20;
        var differences = BinaryComparison.Compare("the planted binary", build.Binary.AsSpan(), changed);
        var subject = build.Reproductions is [var first, ..] ? first.Subject : new BuiltSubject("", "", "");
        return build with { Reproductions = [.. build.Reproductions, new Reproduction("a planted builder", subject, differences)] };
    }
}
