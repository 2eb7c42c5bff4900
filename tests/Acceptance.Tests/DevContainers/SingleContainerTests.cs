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
        Task<string> Ask(string command) => scene.AskAsync(Form, command);

        // Who is who.
        Assert.Equal("1000", (await Ask("id -u")).Trim());
        Assert.Contains("/usr/local/bin/keep-proxy", await Ask("ps -o args= -p 1"));
        Assert.Equal("65532", (await Ask("ps -o uid= -C claude-code-proxy")).Trim());

        // No way up.
        Assert.Equal("1 0000000000000000", (await Ask("awk '/NoNewPrivs/ {n=$2} /CapEff/ {c=$2} END {print n, c}' /proc/self/status")).Trim());
        Assert.Contains("refused", await Ask("sudo -n true && echo root || echo refused"));
        Assert.Equal("", (await Ask("find / -xdev -type f -perm /6000 2>/dev/null")).Trim());

        // Keys, the proxy, and what decides what the host runs.
        var proxy = (await Ask("pgrep -x claude-code-pro")).Trim();
        var seen = await Ask($"cat /root/.claude/proxy.env /run/claude-code-proxy/home/.claude/proxy.env /proc/1/environ /proc/{proxy}/environ; env");
        Assert.Contains("Permission denied", seen);
        Assert.DoesNotContain(scene.Workspace.ProviderKey, seen);
        Assert.Contains("not permitted", await Ask($"kill {proxy}"));
        foreach (var path in new[] { ".devcontainer/new", ".git/hooks/pre-commit", "~/.ssh/new", ".git/config", "~/.gitconfig" })
            Assert.Contains("kept", await Ask($"echo x >> {path} && echo changed || echo kept"));
        Assert.Contains("kept", await Ask("mv .git/config .git/other && echo changed || echo kept"));

        // One port, and a key of its own.
        Assert.Equal("0100007F:1F92", (await Ask("cat /proc/net/tcp /proc/net/tcp6 | awk '$4 == \"0A\" {print $2}'")).Trim());
        const string status = "curl -s -o /dev/null -w '%{http_code}' http://127.0.0.1:8082/v1/models";
        Assert.Equal("401", await Ask(status));
        Assert.Equal("200", await Ask($"{status} -H \"x-api-key: $(cat /run/claude-code-proxy/client-key)\""));
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
