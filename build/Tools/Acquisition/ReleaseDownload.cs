using System.Net;
using ContainerSecurity.Processes;

namespace ContainerSecurity.Tools.Acquisition;

/// <summary>Fetches a release asset over HTTPS to a file: few redirects, a size limit and timeouts. Verifies nothing.</summary>
internal sealed class ReleaseDownload(HttpMessageHandler network, TimeProvider clock, IProgress<DownloadProgress>? progress)
{
    /// <summary>The largest accepted asset.</summary>
    public const long Largest = 1024L * 1024 * 1024;

    private const int MostRedirects = 5;
    private static readonly TimeSpan ResponseTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ReadTimeout = TimeSpan.FromSeconds(30);

    /// <summary>
    /// The handler uses the proxies and CA files of the environment; redirects are followed in this class, which checks each of them.
    /// </summary>
    public static SocketsHttpHandler CreateHandler() => new() { AllowAutoRedirect = false, ConnectTimeout = TimeSpan.FromSeconds(5) };

    /// <returns>Null when the file was downloaded.</returns>
    /// <exception cref="ToolFailedException">
    /// The response cannot come from the publisher: too large, truncated, redirected too often or to plain HTTP.
    /// </exception>
    public async Task<FetchFailure?> FetchAsync(GitHubRelease release, string file, CancellationToken cancellation)
    {
        using var client = new HttpMessageInvoker(network, disposeHandler: false);
        using var timeout = new CancellationTokenSource(ResponseTimeout, clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation, timeout.Token);
        try
        {
            using var response = await SendAsync(client, release.Url, stop.Token);
            if (!response.IsSuccessStatusCode)
                return new FetchFailure($"{release.Host} returned {(int)response.StatusCode} for {release.Asset}");
            await SaveAsync(response.Content, release, file, timeout, stop.Token);
            return null;
        }
        catch (HttpRequestException unreachable)
        {
            return new FetchFailure(
                $"{release.Host} could not be reached ({(unreachable.InnerException ?? unreachable).Message})", IsUnreachable: true);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new FetchFailure($"{release.Host} did not respond in time", IsUnreachable: true);
        }
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpMessageInvoker client, Uri start, CancellationToken stop)
    {
        var asked = start;
        for (var redirects = 0; redirects <= MostRedirects; redirects++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, asked) { Headers = { { "User-Agent", "claude-code-proxy-build" } } };
            var response = await client.SendAsync(request, stop);
            if (!IsRedirect(response))
                return response;
            asked = new Uri(asked, response.Headers.Location!);
            response.Dispose();
            if (asked.Scheme != Uri.UriSchemeHttps)
            {
                throw new ToolFailedException(
                    $"{start} leads to {asked.Scheme}://{asked.Host}, which is not HTTPS: it was not followed. A proxy may have answered in its "
                    + "place; try from another network.");
            }
        }

        throw new ToolFailedException(
            $"{start} redirects without end ({MostRedirects} were followed). A proxy may have answered in its place; try from another network.");
    }

    private static bool IsRedirect(HttpResponseMessage response) =>
        response.StatusCode is HttpStatusCode.Moved or HttpStatusCode.Found or HttpStatusCode.SeeOther
            or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect
        && response.Headers.Location is not null;

    private async Task SaveAsync(HttpContent content, GitHubRelease release, string file, CancellationTokenSource timeout, CancellationToken stop)
    {
        var total = content.Headers.ContentLength;
        var allowed = release.Size ?? Largest;
        if (total > allowed)
            throw TooLarge(release, $"{total:N0}", allowed);
        await using var from = await content.ReadAsStreamAsync(stop);
        await using var to = new FileStream(file, FileMode.CreateNew, FileAccess.Write);
        var buffer = new byte[128 * 1024];
        long received = 0;
        int read;
        while ((read = await ReadAsync(from, buffer, release, stop)) > 0)
        {
            received += read;
            if (received > allowed)
                throw TooLarge(release, $"more than {allowed:N0}", allowed);
            await to.WriteAsync(buffer.AsMemory(0, read), stop);
            timeout.CancelAfter(ReadTimeout);
            progress?.Report(new DownloadProgress(release.Asset, received, total));
        }
    }

    private static async Task<int> ReadAsync(Stream from, byte[] buffer, GitHubRelease release, CancellationToken stop)
    {
        try
        {
            return await from.ReadAsync(buffer, stop);
        }
        catch (IOException cut)
        {
            throw new ToolFailedException(
                $"The download of {release.Asset} from {release.Host} was cut short ({cut.Message}); nothing of it was kept. Run again.", cut);
        }
    }

    private static ToolFailedException TooLarge(GitHubRelease release, string size, long allowed) =>
        new(
            $"{release.Asset} of {release.Label} has {size} bytes where at most {allowed:N0} are expected; it was not taken. A proxy may have "
            + "answered in its place; try from another network.");
}
