using System.Net;
using Acceptance.Tests.Docker;

namespace Acceptance.Tests.Operation;

/// <summary>The compose file of <c>proxy/deploy</c> as docs/operations.md says it is used, before a model server on the same machine.</summary>
internal sealed class ComposeProject : IAsyncDisposable
{
    private readonly DockerEngine _docker;
    private readonly string _folder;

    private ComposeProject(DockerEngine docker, string folder) => (_docker, _folder) = (docker, folder);

    public Uri Url { get; } = new($"http://127.0.0.1:{FreePort.Next()}");

    /// <summary>Composed here so that no file holds anything that looks like a key.</summary>
    public string ClientKey { get; } = string.Concat("client-", Guid.NewGuid().ToString("N"));

    /// <summary>The address by which containers of this engine find this machine.</summary>
    public static async Task<IPAddress> FindGatewayAsync(DockerEngine docker) => IPAddress.Parse(
        (await docker.DockerAsync("network", "inspect", "bridge", "--format", "{{(index .IPAM.Config 0).Gateway}}")).Output.Trim());

    public static async Task<ComposeProject> CreateAsync(DockerEngine docker, Uri upstream)
    {
        var folder = Directory.CreateDirectory(Path.Combine(docker.Folder, "compose")).FullName;
        var project = new ComposeProject(docker, folder);
        var secrets = Directory.CreateDirectory(Path.Combine(folder, "secrets"), (UnixFileMode)0b111_000_000).FullName;
        File.Copy(Path.Combine(Repository.Paths.Root, "proxy/deploy/compose/compose.yaml"), Path.Combine(folder, "compose.yaml"), overwrite: true);
        await File.WriteAllTextAsync(Path.Combine(folder, "compose.override.yaml"), project.Override(upstream));
        foreach (var (name, key) in new[] { ("openai-key", "upstreams"), ("client-key", project.ClientKey) })
        {
            await File.WriteAllTextAsync(Path.Combine(secrets, name), key + "\n");
            File.SetUnixFileMode(Path.Combine(secrets, name), (UnixFileMode)0b110_100_100);
        }

        return project;
    }

    public async Task<string> ComposeAsync(params string[] arguments) => (await _docker.ComposeAsync(_folder, arguments)).Output.Trim();

    /// <param name="format">What to tell of the container.</param>
    public async Task<string> InspectAsync(string container, string format) =>
        (await _docker.DockerAsync("inspect", "--format", format, container)).Output.Trim();

    public async ValueTask DisposeAsync() => await ComposeAsync("down", "--timeout", "1");

    /// <summary>What the document shows, with ports that are free.</summary>
    private string Override(Uri upstream)
    {
        var document = File.ReadAllText(Path.Combine(Repository.Paths.Root, "docs", "operations.md"));
        var shown = document.Split("```yaml\n")[1].Split("```")[0];
        Assert.Contains(":11434/", shown, StringComparison.Ordinal);
        return shown.Replace(":11434/", $":{upstream.Port}/", StringComparison.Ordinal) + $"    ports: !override [\"127.0.0.1:{Url.Port}:8082\"]\n";
    }
}
