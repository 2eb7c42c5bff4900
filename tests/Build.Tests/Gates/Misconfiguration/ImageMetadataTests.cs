using ContainerSecurity.Formats.Dockerfiles.Parsing;
using ContainerSecurity.Gates.Misconfiguration;

namespace Build.Tests.Gates.Misconfiguration;

public sealed class ImageMetadataTests
{
    [Theory]
    [InlineData("LABEL devcontainer.metadata='[{\"privileged\": true}]'", "CS2001:2")]
    [InlineData("LABEL a=b \\\n  devcontainer.metadata='{\"capAdd\": [\"ALL\"]}'", "CS2006:2")]
    [InlineData("LABEL devcontainer.metadata='[{}, {\"mounts\": [\"type=bind,source=/,target=/host\"]}]'", "CS2005:2")]
    [InlineData("ONBUILD LABEL devcontainer.metadata='[{\"privileged\": true}]'", "CS2001:2")]
    [InlineData("LABEL devcontainer.metadata ${METADATA}", "CS2000:2")]
    [InlineData("LABEL devcontainer.metadata='[1]'", "CS2000:2")]
    public void What_a_label_asks_of_a_devcontainer_is_judged_at_its_line(string label, string found) =>
        Assert.Equal([found], Judge(label));

    [Theory]
    [InlineData("LABEL devcontainer.metadata='[{\"remoteUser\": \"vscode\"}]'")]
    [InlineData("LABEL metadata='[{\"privileged\": true}]'")]
    [InlineData("ENV devcontainer.metadata='[{\"privileged\": true}]'")]
    public void A_harmless_label_is_let_pass(string label) => Assert.Empty(Judge(label));

    private static string[] Judge(string label) =>
        [.. ImageMetadata
            .Judge(DockerfileParser.Parse("Dockerfile", $"FROM a\n{label}\n").Dockerfile!)
            .Select(finding => $"{finding.RuleId}:{finding.Line}")];
}
