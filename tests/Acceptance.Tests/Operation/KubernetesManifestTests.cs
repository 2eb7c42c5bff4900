using YamlDotNet.RepresentationModel;

namespace Acceptance.Tests.Operation;

/// <summary>The manifest holds what the restricted pod security standard asks for, and what the proxy needs to be watched and ended.</summary>
public sealed class KubernetesManifestTests
{
    private static readonly YamlMappingNode[] Documents = Read();

    private static readonly YamlNode Pod = Documents.Single(document => Text(document, "kind") == "Deployment")["spec"]["template"]["spec"];

    private static readonly YamlNode Container = ((YamlSequenceNode)Pod["containers"]).Single();

    [Fact]
    public void It_is_a_namespace_a_deployment_of_two_and_a_service()
    {
        Assert.Equal(["Namespace", "Deployment", "Service"], Documents.Select(document => Text(document, "kind")));
        Assert.Equal("2", Text(Documents[1]["spec"], "replicas"));
    }

    [Fact]
    public void The_service_finds_the_pods() =>
        Assert.Equal(Documents[1]["spec"]["template"]["metadata"]["labels"], Documents[2]["spec"]["selector"]);

    [Fact]
    public void The_container_runs_as_the_images_user()
    {
        var image = File.ReadLines(Path.Combine(Repository.Paths.Root, "Dockerfile"))
            .First(line => line.StartsWith("USER ", StringComparison.Ordinal));
        var user = image["USER ".Length..].Split(':')[0];

        Assert.Equal("true", Text(Pod["securityContext"], "runAsNonRoot"));
        Assert.Equal((user, user), (Text(Container["securityContext"], "runAsUser"), Text(Container["securityContext"], "runAsGroup")));
    }

    [Fact]
    public void A_pod_has_no_token() => Assert.Equal("false", Text(Pod, "automountServiceAccountToken"));

    [Fact]
    public void Pod_and_container_have_the_runtimes_filter_of_calls() =>
        Assert.All([Pod, Container], node => Assert.Equal("RuntimeDefault", Text(node["securityContext"]["seccompProfile"], "type")));

    [Fact]
    public void The_container_has_no_capability_and_writes_nothing()
    {
        var security = Container["securityContext"];

        Assert.Equal(("false", "true"), (Text(security, "allowPrivilegeEscalation"), Text(security, "readOnlyRootFilesystem")));
        Assert.Equal("ALL", Assert.Single((YamlSequenceNode)security["capabilities"]["drop"]).ToString());
    }

    [Theory]
    [InlineData("readinessProbe")]
    [InlineData("livenessProbe")]
    public void The_container_is_asked_how_it_is(string probe)
    {
        var asked = Container[probe]["httpGet"];

        Assert.Equal(("/health", "http"), (Text(asked, "path"), Text(asked, "port")));
    }

    [Fact]
    public void The_container_has_limits_and_time_to_end()
    {
        Assert.All(["requests", "limits"], kind => Assert.All(["cpu", "memory"], what => Assert.NotEmpty(Text(Container["resources"][kind], what))));
        Assert.True(int.Parse(Text(Pod, "terminationGracePeriodSeconds"), System.Globalization.CultureInfo.InvariantCulture) > 8);
    }

    [Fact]
    public void Keys_are_files_of_a_secret()
    {
        var volume = Assert.Single((YamlSequenceNode)Pod["volumes"]);
        var mount = Assert.Single((YamlSequenceNode)Container["volumeMounts"]);

        Assert.Equal(("claude-code-proxy", Text(volume, "name"), "true"),
            (Text(volume["secret"], "secretName"), Text(mount, "name"), Text(mount, "readOnly")));
        var files = ((YamlSequenceNode)Container["env"]).Where(entry => Text(entry, "name").EndsWith("_KEY_FILE", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(files);
        Assert.All(files, entry => Assert.StartsWith(Text(mount, "mountPath") + "/", Text(entry, "value"), StringComparison.Ordinal));
    }

    /// <summary>They belong to root and to <c>fsGroup</c>, which the container's user is made a member of.</summary>
    [Fact]
    public void The_group_of_the_container_may_read_the_keys_and_nobody_else()
    {
        var volume = Assert.Single((YamlSequenceNode)Pod["volumes"]);

        Assert.Equal(Text(Container["securityContext"], "runAsGroup"), Text(Pod["securityContext"], "fsGroup"));
        Assert.Equal("0440", Text(volume["secret"], "defaultMode"));
    }

    private static string Text(YamlNode node, string field) => ((YamlScalarNode)node[field]).Value!;

    private static YamlMappingNode[] Read()
    {
        using var text = File.OpenText(Path.Combine(Repository.Paths.Root, "proxy/deploy/kubernetes/claude-code-proxy.yaml"));
        var stream = new YamlStream();
        stream.Load(text);
        return [.. stream.Documents.Select(document => (YamlMappingNode)document.RootNode)];
    }
}
