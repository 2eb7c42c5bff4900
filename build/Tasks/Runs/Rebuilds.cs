using Cake.Common.Diagnostics;
using ContainerSecurity.Checkout;
using ContainerSecurity.Packaging;
using ContainerSecurity.Packaging.Rebuilding;
using ContainerSecurity.Rules.Claims.Facts;

namespace ContainerSecurity.Tasks.Runs;

/// <summary>Who has built the same sources again: this machine under other circumstances, and those whose statements lie beside the build.</summary>
internal static class Rebuilds
{
    public static async Task<BuildFacts> ReadAsync(BuildContext context, RepositoryFiles files)
    {
        var binary = await File.ReadAllBytesAsync(context.Paths.Binary(context.Options.Rid), context.Cancellation);
        var stated = ReadStatements(context.Paths.Rebuilds).ToList();
        var reproductions = new List<Reproduction>();
        foreach (var (rid, image) in context.Options.Rids.Zip(context.State.Images))
        {
            var digest = BuildComparison.Sha256(await File.ReadAllBytesAsync(context.Paths.Binary(rid), context.Cancellation));
            var subject = new BuiltSubject(rid, digest, image.Identity.Digest!);
            var about = stated.Where(known => known.Subject == subject).ToList();
            reproductions.AddRange(about.Any(known => known is { Builder: SecondBuild.Builder, Differences.IsEmpty: true })
                ? about
                : [await BuildAgainAsync(context, files, rid), .. about.Where(known => known.Builder != SecondBuild.Builder)]);
        }

        return new BuildFacts([.. binary], [.. reproductions]);
    }

    private static IEnumerable<Reproduction> ReadStatements(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(ReproductionStatement.Read)
        : [];

    private static async Task<Reproduction> BuildAgainAsync(BuildContext context, RepositoryFiles files, string rid)
    {
        context.Information("building everything for {0} a second time, in another folder as another user; some minutes, once for each change", rid);
        var time = await ProxyImageBuild.TimeAsync(context.Paths, context.Run.Runner, context.Cancellation);
        using var second = new SecondBuild(context.Paths, context.Run.Runner);
        var built = await second.RunAsync(files, rid, time, line => context.Verbose("{0}", line), context.Cancellation);
        var found = BuildComparison.Compare(context.Paths, built, rid, SecondBuild.Builder);
        AtomicOutput.File(Path.Combine(context.Paths.Rebuilds, $"second-build-{rid}.json"), ReproductionStatement.Write(found));
        return found;
    }
}
