using System.Security.Cryptography;
using ContainerSecurity.Packaging;

namespace Acceptance.Tests.DevContainers;

/// <summary>The released feature in somebody else's devcontainer, installed by the real command line of devcontainers.</summary>
[Collection(DevContainerMachines.Collection)]
public sealed class FeatureTests(DevContainerMachines machines)
{
    private const string Form = ".devcontainer/other/devcontainer.json";
    private const string Binary = "claude-code-proxy-2.0.0-linux-x64";

    [SkippableFact]
    public async Task One_line_brings_the_proxy_verified_and_running()
    {
        var scene = await machines.OnAsync(EngineVersion.Sid);
        using var server = await ServeAsync(scene, await File.ReadAllBytesAsync(Repository.ProxyBinary));

        var up = await scene.UpAsync(Form);
        var health = await scene.AskAsync(Form, "claude-code-proxy status; curl --silent \"$ANTHROPIC_BASE_URL/health\"; id -u");

        Assert.True(up.ExitCode == 0, up.Output + up.ErrorOutput);
        Assert.Contains("verified by its digest", up.Output + up.ErrorOutput, StringComparison.Ordinal);
        Assert.Contains("running", health, StringComparison.Ordinal);
        Assert.Contains("\"status\"", health, StringComparison.Ordinal);
        Assert.EndsWith("1000", health.Trim(), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task What_is_not_the_released_binary_is_not_installed_and_stops_the_build()
    {
        var scene = await machines.OnAsync(EngineVersion.Sid);
        using var server = await ServeAsync(scene, [.. "#!/bin/sh\necho claude-code-proxy 2.0.0\n"u8]);

        var up = await scene.UpAsync(Form);

        Assert.Equal(1, up.ExitCode);
        Assert.Contains("is not what was released; nothing was installed", up.Output + up.ErrorOutput, StringComparison.Ordinal);
    }

    /// <summary>Puts the feature beside a devcontainer that uses it, and these bytes where it downloads from.</summary>
    private static async Task<ServerProcess> ServeAsync(DevContainerScene scene, byte[] served)
    {
        const int Port = 8099;
        var folder = scene.Workspace.File(".devcontainer/other");
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        var feature = Directory.CreateDirectory(Path.Combine(folder, "feature")).FullName;
        var archive = FeatureArchive.Write(
            Path.Combine(Repository.Paths.Root, "proxy", "deploy", "feature"),
            ProxyImageBuild.Version,
            [KeyValuePair.Create(Binary, Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(Repository.ProxyBinary))))],
            new Uri($"http://127.0.0.1:{Port}/"));
        await File.WriteAllBytesAsync(Path.Combine(folder, FeatureArchive.Name), archive);
        await HostCommand.RunAsync("tar", "--extract", "--gzip", "--file", Path.Combine(folder, FeatureArchive.Name), "--directory", feature);
        // A layer of its own each time, or the installation of the test before would be taken from the cache.
        await File.WriteAllTextAsync(Path.Combine(folder, "Dockerfile"), $"FROM {StandInBase.Image}\nRUN echo {Guid.NewGuid()} > /etc/build\n");
        await File.WriteAllTextAsync(Path.Combine(folder, "devcontainer.json"), $$$"""
            {
              "build": { "dockerfile": "Dockerfile", "options": ["--network=host"] },
              "features": { "./feature": {} },
              "remoteUser": "vscode",
              "containerUser": "vscode",
              "containerEnv": { "OPENAI_API_KEY": "none", "OPENAI_BASE_URL": "http://{{{PlantedNetwork.Outside}}}:8000/v1", "PROXY_ALLOW_HTTP_UPSTREAM": "1" }
            }
            """);
        await File.WriteAllBytesAsync(Path.Combine(folder, Binary), served);
        await HostCommand.RunAsync("chown", "--recursive", "1000:1000", folder);
        var server = ServerProcess.Start(
            "ip",
            [
                "netns", "exec", scene.Network.Machine, "node",
                Path.Combine(AppContext.BaseDirectory, "DevContainers", "Planted", "files.mjs"), folder, $"{Port}",
            ]);
        await Waiting.ForAsync(() => Task.FromResult(server.Said.Contains("planted")), TimeSpan.FromSeconds(20), () => server.Said);
        return server;
    }
}
