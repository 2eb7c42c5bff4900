using System.Collections.Immutable;
using Acceptance.Tests.Probing;
using ContainerSecurity.Probing;
using ContainerSecurity.Tools.Engines;

namespace Acceptance.Tests.DevContainers;

/// <summary>
/// Every way out of the isolated agent's container, each beside an ordinary container on the same engine that gets there; and that container in its
/// place, which must not pass for isolated.
/// </summary>
[Collection(DevContainerMachines.Collection)]
public sealed class WaysOutTests(DevContainerMachines machines)
{
    private const string Agent = "claude-code-isolated-agent-1";
    private const string Image = "claude-code-isolated-agent";

    private static readonly ImmutableArray<string> Ordinary = ["--network", "ordinary"];

    [SkippableTheory]
    [InlineData(EngineVersion.Debian12)]
    [InlineData(EngineVersion.Sid)]
    public async Task None_leads_out_and_all_of_them_do_in_an_ordinary_container(EngineVersion engine)
    {
        var scene = await machines.OnAsync(engine);
        var up = await scene.UpAsync(DevContainerScene.Isolated);
        Assert.True(up.ExitCode == 0, up.Output + up.ErrorOutput);
        var outside = await PlantAsync(scene.Engine);
        var before = scene.Network.Asked.Length;
        var docker = new ContainerEngine(scene.Engine.Client);
        var probe = new IsolationProbe(docker, new EngineRunner($"unix://{scene.Workspace.Folder}/docker.sock"));

        var seen = await probe.RunAsync((Agent, "1000"), (Image, Ordinary), outside, CancellationToken.None);
        var wrong = await probe.RunAsync(("ordinary", "0"), (Image, Ordinary), outside, CancellationToken.None);

        await scene.Engine.DockerAsync("rm", "--force", "sibling", "ordinary");
        await scene.Engine.DockerAsync("network", "rm", "ordinary");
        await scene.Engine.DockerAsync("compose", "--project-name", "claude-code-isolated", "down", "--volumes");
        Assert.All(seen, observation => Assert.True(observation.Holds, $"{observation.Name}: {observation.Evidence}"));
        Assert.All(wrong.Where(observation => observation.Name != "engine-socket"), observation => Assert.False(observation.Holds));
        Assert.Contains("tcp", scene.Network.Asked[before..]);
    }

    private static async Task<PlantedOutside> PlantAsync(PlantedEngine engine)
    {
        await engine.DockerAsync("network", "create", "--ipv6", "--subnet", "fd00:1::/64", "ordinary");
        await engine.DockerAsync("run", "--detach", "--name", "ordinary", "--network", "ordinary", Image, "sleep", "infinity");
        await engine.DockerAsync(
            "run", "--detach", "--name", "sibling", "--network", "ordinary", "--env", "PROXY_ALLOW_ANONYMOUS=1", "--env", "OPENAI_API_KEY=none",
            $"claude-code-proxy:{ContainerSecurity.Packaging.ProxyImageBuild.Version}");
        var sibling = await Address("inspect", "--format", "{{.NetworkSettings.Networks.ordinary.IPAddress}}", "sibling");
        var gateways = await Address("network", "inspect", "ordinary", "--format", "{{range .IPAM.Config}}{{.Gateway}} {{end}}");
        var gateway = gateways.Split(' ').First(address => address.Contains('.'));
        return new(PlantedNetwork.Outside, "2001:db8::1", "planted.example", "8.8.8.8", ["198.51.100.2", gateway], 9)
        {
            Siblings = [sibling],
        };

        async Task<string> Address(params string[] arguments) => (await engine.DockerAsync(arguments)).Output.Trim();
    }
}
