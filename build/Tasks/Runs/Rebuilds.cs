using Cake.Common.Diagnostics;
using ContainerSecurity.Checkout;
using ContainerSecurity.Packaging;
using ContainerSecurity.Packaging.Rebuilding;
using ContainerSecurity.Rules.Claims.Facts;

namespace ContainerSecurity.Tasks.Runs;

/// <summary>Who has built the same sources again: this machine under other circumstances, and those whose statements lie beside the build.</summary>
internal static class Rebuilds
{
    private const string Own = "second-build.json";

    public static async Task<BuildFacts> ReadAsync(BuildContext context, RepositoryFiles files)
    {
        var binary = await File.ReadAllBytesAsync(context.Paths.Binary(context.Options.Rid), context.Cancellation);
        var subject = new BuiltSubject(context.Options.Rid, BuildComparison.Sha256(binary), context.State.Image!.Identity.Digest!);
        var stated = ReadStatements(context.Paths.Rebuilds).Where(known => known.Subject == subject).ToList();
        if (!stated.Any(known => known is { Builder: SecondBuild.Builder, Differences.IsEmpty: true }))
            stated = [await BuildAgainAsync(context, files), .. stated.Where(known => known.Builder != SecondBuild.Builder)];
        return new BuildFacts([.. binary], [.. stated]);
    }

    private static IEnumerable<Reproduction> ReadStatements(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(ReproductionStatement.Read)
        : [];

    private static async Task<Reproduction> BuildAgainAsync(BuildContext context, RepositoryFiles files)
    {
        context.Information("building everything a second time, in another folder as another user; some minutes, once for each change");
        var time = await ProxyImageBuild.TimeAsync(context.Paths, context.Run.Runner, context.Cancellation);
        using var second = new SecondBuild(context.Paths, context.Run.Runner);
        var built = await second.RunAsync(files, context.Options.Rid, time, line => context.Verbose("{0}", line), context.Cancellation);
        var found = BuildComparison.Compare(context.Paths, built, context.Options.Rid, SecondBuild.Builder);
        AtomicOutput.File(Path.Combine(context.Paths.Rebuilds, Own), ReproductionStatement.Write(found));
        return found;
    }
}
