namespace Acceptance.Tests.DevContainers;

/// <summary>The devcontainer without a way out, started by the real command line: it becomes ready, and does not when it is made wrong.</summary>
[Collection(DevContainerMachines.Collection)]
public sealed class IsolatedTests(DevContainerMachines machines)
{
    private const string Form = DevContainerScene.Isolated;
    private const string Compose = ".devcontainer/isolated/compose.yaml";

    [SkippableTheory]
    [InlineData(EngineVersion.Debian12)]
    [InlineData(EngineVersion.Sid)]
    public async Task It_becomes_ready_and_the_agent_has_nobody_but_the_proxy(EngineVersion engine)
    {
        var scene = await machines.OnAsync(engine);
        var up = await scene.UpAsync(Form);
        Assert.True(up.ExitCode == 0, up.Output + up.ErrorOutput);
        Task<string> Ask(string command) => scene.AskAsync(Form, command);

        Assert.Contains("isolated: nothing answers but the proxy", up.Output + up.ErrorOutput);
        Assert.Equal("1000", (await Ask("id -u")).Trim());
        Assert.Contains("refused", await Ask("sudo -n true && echo root || echo refused"));
        Assert.Contains("said by the planted model", await Ask("claude -p 'say hello'"));

        // Keys of providers are the proxy's alone, and the outside heard of nothing but the model's request.
        var seen = await Ask("env; cat /proc/1/environ; find / -xdev -name proxy.env 2>/dev/null | xargs -r cat");
        Assert.DoesNotContain(scene.Workspace.ProviderKey, seen);
        Assert.Contains($"model Bearer {scene.Workspace.ProviderKey}", scene.Network.Asked);
        Assert.DoesNotContain("tcp ", scene.Network.Asked);
        Assert.DoesNotContain("example", scene.Network.Asked);

        string[] kept = [".devcontainer/new", ".git/hooks/pre-commit", ".git/config", "~/.gitconfig", "/etc/new", "/run/claude-code-proxy/new"];
        foreach (var path in kept)
            Assert.Contains("kept", await Ask($"echo x >> {path} && echo changed || echo kept"));
        await scene.Engine.DockerAsync("compose", "--project-name", "claude-code-isolated", "down", "--volumes");
    }

    [SkippableTheory]
    [InlineData("internal: true", "internal: false", "the outside can be reached")]
    [InlineData("com.docker.network.bridge", "some.other.option", "the host can be reached")]
    [InlineData("networks: [agent]", "networks: [agent, outside]", "more than one network")]
    [InlineData("dns: [127.0.0.1]", "dns: [198.51.100.1]", "names of the outside")]
    [InlineData("cap_drop: [ALL]", "cap_drop: [NET_RAW]", "there are capabilities")]
    [InlineData("claude-code-proxy/client-key", "claude-code-proxy/other", "the proxy does not answer")]
    public async Task It_does_not_become_ready_when_it_is_made_wrong(string right, string wrong, string fault)
    {
        var scene = await machines.OnAsync(EngineVersion.Sid);
        var text = await File.ReadAllTextAsync(scene.Workspace.File(Compose));
        Assert.Contains(right, text);
        await File.WriteAllTextAsync(scene.Workspace.File(Compose), text.Replace(right, wrong));

        var up = await scene.UpAsync(Form);

        await scene.Engine.DockerAsync("compose", "--project-name", "claude-code-isolated", "down", "--volumes");
        await File.WriteAllTextAsync(scene.Workspace.File(Compose), text);
        Assert.Equal(1, up.ExitCode);
        Assert.Contains(fault, up.Output + up.ErrorOutput);
    }
}
