using System.Collections.Immutable;

namespace ContainerSecurity.Tools.Trivy.Database;

/// <summary>One place that has the vulnerability database.</summary>
/// <param name="Repository">As Trivy's <c>--db-repository</c> wants it; without a tag Trivy asks for the schema it knows.</param>
/// <param name="Registry">Answers anybody when it can be reached.</param>
internal sealed record DatabaseMirror(string Repository, Uri Registry);

/// <summary>The public mirrors of Trivy's database, in the order in which they are tried (gates.md 1.8).</summary>
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

    /// <summary>Any answer will do: who has no network must not wait for Trivy's own timeouts, and who has one gets minutes for the download.</summary>
    public static async Task<bool> IsReachableAsync(Uri registry, CancellationToken cancellation)
    {
        using var client = new HttpClient { Timeout = Timeout };
        try
        {
            using var answer = await client.GetAsync(registry, HttpCompletionOption.ResponseHeadersRead, cancellation);
            return true;
        }
        catch (Exception silent) when (silent is HttpRequestException or TaskCanceledException && !cancellation.IsCancellationRequested)
        {
            return false;
        }
    }
}
