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

    [Theory]
    [InlineData("runAsNonRoot", "true")]
    [InlineData("runAsUser", "65532")]
    [InlineData("runAsGroup", "65532")]
    public void A_pod_runs_as_the_images_user(string field, string value) => Assert.Equal(value, Text(Pod["securityContext"], field));

    [Fact]
    public void A_pod_has_no_token_and_the_runtimes_filter_of_calls() => Assert.Equal(
        ("false", "RuntimeDefault"), (Text(Pod, "automountServiceAccountToken"), Text(Pod["securityContext"]["seccompProfile"], "type")));

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
        var files = ((YamlSequenceNode)Container["env"]).Where(entry => Text(entry, "name").EndsWith("_KEY_FILE", StringComparison.Ordinal));
        Assert.All(files, entry => Assert.StartsWith(Text(mount, "mountPath") + "/", Text(entry, "value"), StringComparison.Ordinal));
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
