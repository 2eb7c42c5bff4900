using System.Net;
using Build.Tests.Gates;
using Build.Tests.Tools.Trivy;
using ContainerSecurity.Findings;
using ContainerSecurity.Gates.Secrets;
using ContainerSecurity.Gates.Vulnerabilities;
using ContainerSecurity.Tools.Trivy;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Acceptance.Tests.Trivy;

/// <summary><c>--trivy-server</c> with a real client, and with servers that are real, gone, or broken.</summary>
public class ServerTests
{
    [SkippableFact]
    public async Task A_real_server_judges_what_the_real_client_reads()
    {
        using var scene = await SceneAsync();
        using var server = await RealServer.StartAsync(scene);
        Use(scene, server.Address);

        var result = await scene.RunAsync(VulnerabilityGate.Name);
        var secrets = await scene.RunAsync(SecretsGate.Name);

        Assert.Equal(Verdict.Fail, result.Verdict);
        Assert.Contains(
            result.Findings,
            finding => finding is { RuleId: "CVE-2099-0001", Package: "curl", FixedVersion: "99.0-1" } && finding.Layer == scene.Image!.DiffId(0));
        Assert.Contains(server.Address.AbsoluteUri, result.Coverage.Facts.TextOf("databaseServer"), StringComparison.Ordinal);
        Assert.Equal("debian 12.15", result.Coverage.Facts.TextOf("os"));
        Assert.NotEqual(Verdict.Error, secrets.Verdict);
        // An old server does not tell how old its database is, and that is said.
        Assert.Equal(scene.Tool.IsStandIn, result.Notes.Any(note => note.Contains("Nobody knows how old", StringComparison.Ordinal)));
    }

    [SkippableFact]
    public async Task The_server_is_asked_over_the_network_and_says_what_it_has()
    {
        using var scene = await SceneAsync();
        using var server = await RealServer.StartAsync(scene);

        var state = await TrivyServerClient.Default.GetDatabaseAsync(server.Address, CancellationToken.None);

        Assert.True(state.IsUsable);
        Assert.Equal(scene.Tool.IsStandIn, state.UpdatedAt is null);
    }

    [SkippableFact]
    public async Task A_server_that_is_gone_when_the_scan_begins_is_an_error()
    {
        using var scene = await SceneAsync();
        Use(scene, new Uri($"http://127.0.0.1:{FreePort.Next()}/"));
        scene.Server = address => address.AbsolutePath == "/healthz" ? "ok" : throw new HttpRequestException("404", null, HttpStatusCode.NotFound);

        Assert.Equal(Verdict.Error, (await scene.RunAsync(VulnerabilityGate.Name)).Verdict);
    }

    [SkippableFact]
    public async Task A_server_that_answers_scans_with_500_is_an_error()
    {
        using var scene = await SceneAsync();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        await using var server = builder.Build();
        server.MapGet("/healthz", () => "ok");
        server.MapGet("/version", () => Results.NotFound());
        server.MapPost("/{**rest}", () => Results.StatusCode(500));
        await server.StartAsync();
        Use(scene, new Uri(server.Urls.Single() + "/"));

        var result = await scene.RunAsync(VulnerabilityGate.Name);

        Assert.Equal(Verdict.Error, result.Verdict);
    }

    private static async Task<ScanFixture> SceneAsync()
    {
        var scene = await RealTrivy.SceneAsync();
        scene.Image = new TestImage().Layer(RealTrivy.Debian(("curl", "curl", "7.88.1-10+deb12u15")));
        return scene;
    }

    private static void Use(ScanFixture scene, Uri address)
    {
        scene.Options = options => options with { TrivyServer = address };
        scene.Server = Ask;
    }

    private static string Ask(Uri address)
    {
        using var client = new HttpClient();
        return client.GetStringAsync(address).GetAwaiter().GetResult();
    }
}
