namespace Acceptance.Tests.DevContainers;

/// <summary>The devcontainer of one container, started by the real command line, seen from inside as the agent.</summary>
[Collection(DevContainerMachines.Collection)]
public sealed class SingleContainerTests(DevContainerMachines machines)
{
    private const string Form = DevContainerScene.Single;

    [SkippableTheory]
    [InlineData(EngineVersion.Debian12)]
    [InlineData(EngineVersion.Sid)]
    public async Task The_agent_cannot_raise_its_rights_nor_touch_the_proxy_its_keys_and_what_the_host_runs(EngineVersion engine)
    {
        var scene = await machines.OnAsync(engine);
        var up = await scene.UpAsync(Form);
        Assert.True(up.ExitCode == 0, up.Output + up.ErrorOutput);

        var seen = await scene.LookAsync(Form, """
            proxy=$(pgrep -x claude-code-pro)
            say user "$(id -u)"
            say first "$(ps -o args= -p 1)"
            say "proxy's user" $(ps -o uid= -p $proxy)
            say rights $(awk '/NoNewPrivs|CapEff/ {print $2}' /proc/self/status)
            say sudo "$(sudo -n true && echo root || echo refused)"
            say setuid "$(find / -xdev -type f -perm /6000 2>/dev/null)"
            say keys "$(cat /root/.claude/proxy.env /run/claude-code-proxy/home/.claude/proxy.env /proc/1/environ /proc/$proxy/environ; env)"
            say kill "$(kill $proxy && echo ended || echo refused)"
            for path in .devcontainer/new .git/hooks/pre-commit ~/.ssh/new .git/config ~/.gitconfig; do
              say "$path" "$( (echo x >> $path) && echo changed || echo kept)"
            done
            say moved "$(mv .git/config .git/other && echo changed || echo kept)"
            say listening $(cat /proc/net/tcp /proc/net/tcp6 | awk '$4 == "0A" {print $2}')
            status() { curl -s -o /dev/null -w '%{http_code}' "$@" http://127.0.0.1:8082/v1/models; }
            say 'without a key' $(status)
            say 'with the key' $(status -H "x-api-key: $(cat /run/claude-code-proxy/client-key)")
            """);

        Assert.DoesNotContain(scene.Workspace.ProviderKey, seen["keys"]);
        seen.Remove("keys");
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["user"] = "1000",
                ["first"] = "/bin/sh /usr/local/bin/keep-proxy",
                ["proxy's user"] = "65532",
                ["rights"] = "0000000000000000 1",
                ["sudo"] = "refused",
                ["setuid"] = "",
                ["kill"] = "refused",
                [".devcontainer/new"] = "kept",
                [".git/hooks/pre-commit"] = "kept",
                ["/home/vscode/.ssh/new"] = "kept",
                [".git/config"] = "kept",
                ["/home/vscode/.gitconfig"] = "kept",
                ["moved"] = "kept",
                ["listening"] = "0100007F:1F92",
                ["without a key"] = "401",
                ["with the key"] = "200",
            },
            seen);
    }

    [SkippableFact]
    public async Task The_real_Claude_Code_gets_its_answer_through_the_proxy_and_an_ended_proxy_comes_back()
    {
        var scene = await machines.OnAsync(EngineVersion.Sid);
        Assert.Equal(0, (await scene.UpAsync(Form)).ExitCode);

        Assert.Contains("said by the planted model", await scene.AskAsync(Form, "claude -p 'say hello'"));
        Assert.Contains($"model Bearer {scene.Workspace.ProviderKey}", scene.Network.Asked);

        var label = $"label=devcontainer.config_file={scene.Workspace.File(Form)}";
        var container = (await scene.Engine.DockerAsync("ps", "--quiet", "--filter", label)).Output.Trim();
        var before = await Proxy();
        await scene.Engine.DockerAsync("exec", container, "kill", before);
        var limit = TimeSpan.FromSeconds(20);
        await Waiting.ForAsync(async () => await Proxy() is { Length: > 0 } now && now != before, limit, () => "the proxy is gone");

        async Task<string> Proxy() => (await scene.Engine.DockerAsync([0, 1], "exec", container, "pgrep", "-x", "claude-code-pro")).Output.Trim();
    }
}
