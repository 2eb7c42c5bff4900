using System.Text.RegularExpressions;

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
        var before = scene.Network.Asked.Length;
        var up = await scene.UpAsync(Form);
        Assert.True(up.ExitCode == 0, up.Output + up.ErrorOutput);

        Assert.Contains("isolated: nothing answers but the proxy", up.Output + up.ErrorOutput);
        var seen = await scene.LookAsync(Form, """
            say answer "$(claude -p 'say hello')"
            say user "$(id -u)"
            say sudo "$(sudo -n true && echo root || echo refused)"
            say keys "$(env; cat /proc/1/environ; find / -xdev -name proxy.env 2>/dev/null | xargs -r cat)"
            for path in .devcontainer/new .git/hooks/pre-commit .git/config ~/.gitconfig /etc/new /run/claude-code-proxy/new; do
              say "$path" "$( (echo x >> $path) && echo changed || echo kept)"
            done
            """);

        // Keys of providers are the proxy's alone, and the outside heard of nothing but the model's requests.
        Assert.DoesNotContain(scene.Workspace.ProviderKey, seen["keys"]);
        seen.Remove("keys");
        var asked = scene.Network.Asked[before..].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal([$"model Bearer {scene.Workspace.ProviderKey}"], asked.Distinct());
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["answer"] = "said by the planted model",
                ["user"] = "1000",
                ["sudo"] = "refused",
                [".devcontainer/new"] = "kept",
                [".git/hooks/pre-commit"] = "kept",
                [".git/config"] = "kept",
                ["/home/vscode/.gitconfig"] = "kept",
                ["/etc/new"] = "kept",
                ["/run/claude-code-proxy/new"] = "kept",
            },
            seen);
        await scene.Engine.DockerAsync("compose", "--project-name", "claude-code-isolated", "down", "--volumes");
    }

    [SkippableTheory]
    [InlineData("internal: true[^#]*?inhibit_ipv4: \"true\"", "internal: false", "the outside can be reached")]
    [InlineData("com.docker.network.bridge", "some.other.option", "the host can be reached")]
    [InlineData("networks: \\[agent\\]", "networks: [agent, outside]", "more than one network")]
    [InlineData("dns: \\[127.0.0.1\\]", "dns: [198.51.100.1]", "names of the outside")]
    [InlineData("cap_drop: \\[ALL\\]", "cap_drop: [NET_RAW]", "there are capabilities")]
    [InlineData("env_file:.*", "command: [version]", "up -d")]
    public async Task It_does_not_become_ready_when_it_is_made_wrong(string right, string wrong, string fault)
    {
        var scene = await machines.OnAsync(EngineVersion.Sid);
        var text = await File.ReadAllTextAsync(scene.Workspace.File(Compose));
        Assert.Matches(right, text);
        await File.WriteAllTextAsync(scene.Workspace.File(Compose), Regex.Replace(text, right, wrong));

        var up = await scene.UpAsync(Form);

        await scene.Engine.DockerAsync("compose", "--project-name", "claude-code-isolated", "down", "--volumes");
        await File.WriteAllTextAsync(scene.Workspace.File(Compose), text);
        Assert.Equal(1, up.ExitCode);
        Assert.Contains(fault, up.Output + up.ErrorOutput);
    }
}
