using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ContainerSecurity.Tools.Trivy;

/// <summary>Asks a Trivy server for its database, before any scan relies on it.</summary>
/// <param name="get">The text at an address; throws <see cref="HttpRequestException"/> when there is none.</param>
/// <param name="token">What the user set in <see cref="TrivyServer.TokenVariable"/>.</param>
internal sealed class TrivyServerClient(Func<Uri, CancellationToken, Task<string>> get, Func<string?> token)
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(15);

    public static TrivyServerClient Default { get; } = new(GetAsync, () => Environment.GetEnvironmentVariable(TrivyServer.TokenVariable));

    public async Task<DatabaseState> GetDatabaseAsync(Uri address, CancellationToken cancellation)
    {
        try
        {
            var said = JsonSerializer.Deserialize(await get(new Uri(address, "version"), cancellation), ServerJson.Default.ServerVersion);
            return said?.VulnerabilityDB?.UpdatedAt is { } updatedAt
                ? Usable(address, updatedAt, said.Version)
                : Unusable(address, "reports no vulnerability database; let it download one first");
        }
        catch (HttpRequestException silent) when (silent.StatusCode == HttpStatusCode.NotFound)
        {
            return await IsHealthyAsync(address, cancellation)
                ? Usable(address, updatedAt: null, version: null)
                : Unusable(address, "does not respond like a Trivy server; check --trivy-server");
        }
        catch (HttpRequestException silent)
        {
            return Unusable(address, $"does not answer: {silent.Message}");
        }
        catch (JsonException)
        {
            return Unusable(address, "does not respond like a Trivy server; check --trivy-server");
        }
    }

    /// <summary>A server of an older Trivy does not report its database, but can be used.</summary>
    private async Task<bool> IsHealthyAsync(Uri address, CancellationToken cancellation)
    {
        try
        {
            return (await get(new Uri(address, "healthz"), cancellation)).Trim() == "ok";
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private DatabaseState Usable(Uri address, DateTimeOffset? updatedAt, string? version) => new(Folder: null, updatedAt, Missing: null)
    {
        Server = new TrivyServer(address, token() is { Length: > 0 } given ? given : null) { Version = version },
        Repository = address.AbsoluteUri,
        NotRefreshed = "the server keeps its own",
    };

    private static DatabaseState Unusable(Uri address, string why) =>
        new(Folder: null, UpdatedAt: null, $"the Trivy server {address.AbsoluteUri} {why}");

    private static async Task<string> GetAsync(Uri address, CancellationToken cancellation)
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false })
        {
            Timeout = Timeout,
            MaxResponseContentBufferSize = 1 << 20,
        };
        try
        {
            return await client.GetStringAsync(address, cancellation);
        }
        catch (TaskCanceledException late) when (!cancellation.IsCancellationRequested)
        {
            throw new HttpRequestException($"no answer within {Timeout.TotalSeconds:0} s", late);
        }
    }
}

/// <summary>The response of a server at <c>/version</c>.</summary>
internal sealed record ServerVersion(string? Version, ServerDatabase? VulnerabilityDB);

/// <summary>The database of a server.</summary>
internal sealed record ServerDatabase(DateTimeOffset? UpdatedAt);

[JsonSerializable(typeof(ServerVersion))]
internal sealed partial class ServerJson : JsonSerializerContext;
