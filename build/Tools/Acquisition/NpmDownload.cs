using ContainerSecurity.Processes;

namespace ContainerSecurity.Tools.Acquisition;

/// <summary>
/// Fetches a package's tarball with the npm client, which uses the user's registry, proxy and certificates. Runs no scripts of the package and
/// verifies nothing.
/// </summary>
internal sealed class NpmDownload(IToolRunner runner)
{
    private static readonly TimeSpan LongestFetch = TimeSpan.FromMinutes(10);

    // npm's codes for an unreachable registry, as opposed to a missing package; the last is our own timeout.
    private static readonly string[] NoAnswer =
    [
        "ENOTFOUND", "ECONNREFUSED", "ECONNRESET", "ETIMEDOUT", "EAI_AGAIN", "ENETUNREACH", "EHOSTUNREACH", "did not end within",
    ];

    /// <returns>Null when the file was downloaded.</returns>
    /// <exception cref="ToolFailedException">npm itself found that the tarball does not match the registry's digest.</exception>
    public async Task<FetchFailure?> FetchAsync(NpmPackage package, string file, CancellationToken cancellation)
    {
        var folder = Directory.CreateDirectory(file + ".npm").FullName;
        try
        {
            await runner.RunAsync(Pack(package, folder), cancellation);
        }
        catch (ToolNotFoundException)
        {
            return new FetchFailure("npm is not installed (Debian: apt-get install npm)");
        }
        catch (ToolFailedException failed) when (!failed.Message.Contains("EINTEGRITY", StringComparison.Ordinal))
        {
            return new FetchFailure(
                NpmFailure.Summarize(failed.Message), NoAnswer.Any(code => failed.Message.Contains(code, StringComparison.Ordinal)));
        }

        var packed = Directory.GetFiles(folder, "*.tgz");
        if (packed.Length != 1)
            return new FetchFailure($"npm pack left {packed.Length} tarballs where one was expected");
        File.Move(packed[0], file);
        return null;
    }

    // The working directory is the empty staging folder, so that an .npmrc of the repository has no effect.
    private static ToolCommand Pack(NpmPackage package, string folder) =>
        NpmCommand.Create(LongestFetch, "pack", $"{package.Package}@{package.Version}", "--pack-destination", folder, "--ignore-scripts") with
        {
            WorkingDirectory = folder,
        };
}
