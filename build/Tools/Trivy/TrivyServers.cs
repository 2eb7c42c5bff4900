using System.Text.Json;
using System.Text.Json.Serialization;

namespace ContainerSecurity.Tools.Trivy;

/// <summary>Asks a Trivy server which database it has, before any scan relies on it.</summary>
/// <param name="get">The text at an address; throws <see cref="HttpRequestException"/> when there is none.</param>
/// <param name="token">What the user set in <see cref="TrivyServer.TokenVariable"/>.</param>
internal sealed class TrivyServers(Func<Uri, CancellationToken, Task<string>> get, Func<string?> token)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public static TrivyServers Real { get; } = new(GetAsync, () => Environment.GetEnvironmentVariable(TrivyServer.TokenVariable));

    public async Task<DatabaseState> AskAsync(Uri address, CancellationToken cancellation)
    {
        try
        {
            var said = JsonSerializer.Deserialize(await get(new Uri(address, "version"), cancellation), ServerJson.Default.ServerVersion);
            if (said?.VulnerabilityDB?.UpdatedAt is not { } updatedAt)
                return Unusable(address, "says nothing of a vulnerability database; let it fetch one first");

            var server = new TrivyServer(address, token() is { Length: > 0 } given ? given : null) { Version = said.Version };
            return new DatabaseState(Folder: null, updatedAt, Missing: null) { Server = server, Repository = address.AbsoluteUri, NotRefreshed = "the server keeps its own" };
        }
        catch (HttpRequestException silent)
        {
            return Unusable(address, $"does not answer: {silent.Message}");
        }
        catch (JsonException)
        {
            return Unusable(address, "answers, but not as a Trivy server does; check --trivy-server");
        }
    }

    private static DatabaseState Unusable(Uri address, string why) => new(Folder: null, UpdatedAt: null, $"the Trivy server {address.AbsoluteUri} {why}");

    private static async Task<string> GetAsync(Uri address, CancellationToken cancellation)
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { Timeout = Patience, MaxResponseContentBufferSize = 1 << 20 };
        try
        {
            return await client.GetStringAsync(address, cancellation);
        }
        catch (TaskCanceledException late) when (!cancellation.IsCancellationRequested)
        {
            throw new HttpRequestException($"no answer within {Patience.TotalSeconds:0} s", late);
        }
    }
}

/// <summary>What a server says at <c>/version</c>.</summary>
internal sealed record ServerVersion(string? Version, ServerDatabase? VulnerabilityDB);

/// <summary>Which database a server has.</summary>
internal sealed record ServerDatabase(DateTimeOffset? UpdatedAt);

[JsonSerializable(typeof(ServerVersion))]
internal sealed partial class ServerJson : JsonSerializerContext;
