using System.Collections.Immutable;
using System.Text.Json;
using ContainerSecurity.Processes;

namespace ContainerSecurity.Tools.Acquisition.Updates;

/// <summary>
/// The releases of a repository as GitHub lists them. Its digests come from the publisher alone and must be compared with a second source.
/// </summary>
internal sealed class GitHubReleases(HttpMessageHandler network)
{
    private const string DigestPrefix = "sha256:";
    private static readonly TimeSpan ResponseTimeout = TimeSpan.FromSeconds(20);

    private static readonly JsonSerializerOptions Snake = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <exception cref="ToolFailedException">GitHub did not respond, or not with a list of releases.</exception>
    public async Task<ImmutableArray<PublishedVersion>> VersionsAsync(GitHubRelease release, CancellationToken cancellation) =>
    [
        .. from listed in await ListAsync(release, cancellation)
           where listed is { Draft: false, Prerelease: false }
           let version = PublishedVersion.TryParse(listed.TagName, listed.PublishedAt ?? DateTimeOffset.MaxValue)
           where version is not null
           select version,
    ];

    /// <summary>The same asset of another release.</summary>
    public async Task<GitHubRelease> PinAsync(GitHubRelease current, Version version, CancellationToken cancellation)
    {
        var tag = current.Tag.StartsWith('v') ? $"v{version}" : version.ToString();
        var name = current.Asset.Replace(current.Tag.TrimStart('v'), version.ToString(), StringComparison.Ordinal);
        var assets = from listed in await ListAsync(current, cancellation)
                     where listed.TagName == tag
                     from offered in listed.Assets
                     where offered.Name == name && offered.Digest?.StartsWith(DigestPrefix, StringComparison.Ordinal) is true
                     select offered;
        var asset = assets.FirstOrDefault()
            ?? throw new ToolFailedException(
                $"{current.Repository} {tag} has no asset '{name}' with a SHA-256. Was it renamed? Look at the release and enter it by hand.");
        return current with
        {
            Tag = tag,
            Asset = name,
            Sha256 = asset.Digest![DigestPrefix.Length..],
            Size = asset.Size,
            ExecutableSha256 = null,
            DigestSource = "GitHub's list of releases: one source only, compare it with a second one before you commit",
        };
    }

    private async Task<ImmutableArray<ReleaseListing>> ListAsync(GitHubRelease release, CancellationToken cancellation)
    {
        var url = new Uri($"https://api.github.com/repos/{release.Repository}/releases?per_page=30");
        using var client = new HttpMessageInvoker(network, disposeHandler: false);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        stop.CancelAfter(ResponseTimeout);
        using var request = new HttpRequestMessage(HttpMethod.Get, url) { Headers = { { "User-Agent", "claude-code-proxy-build" } } };
        try
        {
            using var response = await client.SendAsync(request, stop.Token);
            if (!response.IsSuccessStatusCode)
                throw new ToolFailedException($"{url} returned {(int)response.StatusCode}; try again later.");
            await using var body = await response.Content.ReadAsStreamAsync(stop.Token);
            return await JsonSerializer.DeserializeAsync<ImmutableArray<ReleaseListing>>(body, Snake, stop.Token);
        }
        catch (Exception silent) when (silent is HttpRequestException or JsonException or IOException
            || (silent is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            throw new ToolFailedException($"{url} could not be asked for releases: {silent.Message}", silent);
        }
    }
}
