using System.Collections.Immutable;

namespace ContainerSecurity.Tools.Trivy.Database;

/// <summary>The public mirrors of Trivy's database, in the order in which they are tried.</summary>
internal static class DatabaseMirrors
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    public static ImmutableArray<DatabaseMirror> All { get; } =
    [
        new("mirror.gcr.io/aquasec/trivy-db", new Uri("https://mirror.gcr.io/v2/")),
        new("ghcr.io/aquasecurity/trivy-db", new Uri("https://ghcr.io/v2/")),
        new("public.ecr.aws/aquasecurity/trivy-db", new Uri("https://public.ecr.aws/v2/")),
        new("docker.io/aquasec/trivy-db", new Uri("https://registry-1.docker.io/v2/")),
    ];

    /// <summary>
    /// Any response is enough: a machine without network must not wait for Trivy's own timeouts, and one with network gets minutes for the download.
    /// </summary>
    public static async Task<bool> IsReachableAsync(Uri registry, CancellationToken cancellation)
    {
        using var client = new HttpClient { Timeout = Timeout };
        try
        {
            using var response = await client.GetAsync(registry, HttpCompletionOption.ResponseHeadersRead, cancellation);
            return true;
        }
        catch (Exception silent) when (silent is HttpRequestException or TaskCanceledException && !cancellation.IsCancellationRequested)
        {
            return false;
        }
    }
}
