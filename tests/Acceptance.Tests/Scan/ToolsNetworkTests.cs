using System.Security.Cryptography;
using System.Text;
using ContainerSecurity.Tools.Acquisition;

namespace Acceptance.Tests.Scan;

/// <summary>Tools are fetched through the proxy and by the certificate authority that the user's environment names, and in no other way.</summary>
public sealed class ToolsNetworkTests : IAsyncLifetime, IDisposable
{
    private static readonly byte[] Tool = Encoding.ASCII.GetBytes("#!/bin/sh\necho tool\n");

    private RepositoryCopy? _copy;
    private ReleaseHost? _github;

    public async Task InitializeAsync()
    {
        _github = await ReleaseHost.StartAsync();
        _github.Serve("hadolint/hadolint v2.15.1 hadolint", Tool);
    }

    public async Task DisposeAsync() => await _github!.DisposeAsync();

    public void Dispose() => _copy?.Dispose();

    [SkippableFact]
    public async Task Through_the_named_proxy_and_by_the_named_authority_a_tool_is_fetched_and_verified()
    {
        var outcome = await FetchAsync(variables => variables["SSL_CERT_FILE"] = Copy.PathOf("authority.pem"));

        Assert.Contains("hadolint 2.15.1: Verified, GitHub release hadolint/hadolint v2.15.1", outcome.Said, StringComparison.Ordinal);
        Assert.Equal(["github.com:443"], _github!.Proxy.Asked.Distinct());
    }

    [SkippableFact]
    public async Task An_authority_that_nobody_named_is_not_trusted()
    {
        var outcome = await FetchAsync(_ => { });

        Assert.Contains("hadolint 2.15.1: Unavailable", outcome.Said, StringComparison.Ordinal);
        Assert.Contains("certificate", outcome.Said, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_host_that_is_to_be_reached_without_the_proxy_is_not_asked_for_there()
    {
        await FetchAsync(variables => variables["NO_PROXY"] = "github.com");

        Assert.Empty(_github!.Proxy.Asked);
    }

    private RepositoryCopy Copy => _copy ??= new RepositoryCopy();

    private Task<ScanOutcome> FetchAsync(Action<Dictionary<string, string?>> change)
    {
        Copy.Write("authority.pem", _github!.Pem);
        Copy.Write("tools.lock.json", $$$$$"""
            {"tools":{"hadolint":{"version":"2.15.1","platforms":{"{{{{{HostPlatform.Name}}}}}":[{"from":"github-release","repository":"hadolint/hadolint","tag":"v2.15.1",
             "asset":"hadolint","sha256":"{{{{{Convert.ToHexStringLower(SHA256.HashData(Tool))}}}}}","digestSource":"this test"}]
            }}}}
            """);
        Copy.Variables["XDG_CACHE_HOME"] = Copy.PathOf("cache");
        Copy.Variables["HTTPS_PROXY"] = _github!.Proxy.Address;
        Copy.Variables["NO_PROXY"] = null;
        Copy.Variables["SSL_CERT_FILE"] = null;
        change(Copy.Variables);
        return Copy.RunAsync("--target=Tools");
    }
}
