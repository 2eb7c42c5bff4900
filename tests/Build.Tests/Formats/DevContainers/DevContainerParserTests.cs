using ContainerSecurity.Findings;
using ContainerSecurity.Formats.DevContainers;

namespace Build.Tests.Formats.DevContainers;

public class DevContainerParserTests
{
    [Theory]
    [InlineData("\"mounts\": [\"source=/a,target=/b,type=bind,readonly\"]", "bind", "/a", "/b", true)]
    [InlineData("\"mounts\": [\"type=bind,src=/a,dst=/b,ro\"]", "bind", "/a", "/b", true)]
    [InlineData("\"mounts\": [\"type=bind,source=/a,target=/b,readonly=true\"]", "bind", "/a", "/b", true)]
    [InlineData("\"mounts\": [\"type=bind,source=/a,target=/b,readonly=false\"]", "bind", "/a", "/b", false)]
    [InlineData("\"mounts\": [\"type=bind,source=/a,target=/b,readonly,readonly=false\"]", "bind", "/a", "/b", false)]
    [InlineData("\"mounts\": [\"source=/a,destination=/b,type=bind\"]", "bind", "/a", "/b", false)]
    [InlineData("\"mounts\": [\"target=/b,type=tmpfs\"]", "tmpfs", null, "/b", false)]
    [InlineData("\"mounts\": [{ \"type\": \"bind\", \"source\": \"/a\", \"target\": \"/b\" }]", "bind", "/a", "/b", false)]
    [InlineData("\"mounts\": [{ \"type\": \"bind\", \"source\": \"/a\", \"target\": \"/b\", \"readonly\": true }]", "bind", "/a", "/b", false)]
    [InlineData("\"workspaceMount\": \"source=/a,target=/b,type=bind\"", "bind", "/a", "/b", false)]
    [InlineData("\"runArgs\": [\"-v\", \"/a:/b:ro\"]", "bind", "/a", "/b", true)]
    [InlineData("\"runArgs\": [\"-v/a:/b\"]", "bind", "/a", "/b", false)]
    [InlineData("\"runArgs\": [\"--volume=/a:/b:z,ro\"]", "bind", "/a", "/b", true)]
    [InlineData("\"runArgs\": [\"-v\", \"name:/b\"]", "volume", "name", "/b", false)]
    [InlineData("\"runArgs\": [\"-v\", \"${localEnv:HOME}/.ssh:/b:ro\"]", "bind", "${localEnv:HOME}/.ssh", "/b", true)]
    [InlineData("\"runArgs\": [\"--mount\", \"type=bind,source=/a,target=/b\"]", "bind", "/a", "/b", false)]
    [InlineData("\"mounts\": [\"type=bind,source=/x,source=/a,target=/b\"]", "bind", "/a", "/b", false)]
    [InlineData("\"mounts\": [\"type=volume,source=/a,\\\"target=/b\\\",type=bind\"]", "bind", "/a", "/b", false)]
    [InlineData("\"mounts\": [{ \"source\": \"x\", \"target\": \"/b,type=bind,src=/a\" }]", "bind", "/a", "/b", false)]
    [InlineData("\"mounts\": [\"type=volume,source=x,target=/b,volume-opt=o=bind,volume-opt=device=/a\"]", "bind", "/a", "/b", false)]
    [InlineData("\"runArgs\": [\"-v\", \"C:\\\\a:/b:ro\"]", "bind", "C:\\a", "/b", true)]
    [InlineData("\"runArgs\": [\"-v\", \"c:/b:ro\"]", "volume", "c", "/b", true)]
    public void Mounts_are_read_in_each_form(string property, string type, string? source, string target, bool readOnly)
    {
        var mount = Assert.Single(Parse(property).Mounts);

        Assert.Equal((type, source, target, readOnly, 2), (mount.Type, mount.Source, mount.Target, mount.IsReadOnly, mount.Line));
    }

    [Theory]
    [InlineData("\"--privileged\", \"-p\", \"1:2\"", "privileged=|publish=1:2")]
    [InlineData("\"--privileged=false\"", "privileged=false")]
    [InlineData("\"-itp80:80\", \"-P\"", "interactive=|tty=|publish=80:80|publish-all=")]
    [InlineData("\"--cap-add\", \"NET_ADMIN\", \"--cap-add=SYS_ADMIN\"", "cap-add=NET_ADMIN|cap-add=SYS_ADMIN")]
    [InlineData("\"--network\", \"host\"", "network=host")]
    [InlineData("\"-e\", \"A=b\"", "env=A=b")]
    [InlineData("\"--quiet\", \"--privileged\"", "quiet=|privileged=")]
    [InlineData("\"-q\", \"-P\"", "quiet=|publish-all=")]
    [InlineData("\"--use-api-socket\", \"-v\", \"a:/b\"", "use-api-socket=|volume=a:/b")]
    [InlineData("\"--not-known\", \"--cap-add\", \"ALL\"", "not-known=|cap-add=ALL")]
    [InlineData("\"--oom-score-adj\", \"-500\", \"--init\"", "oom-score-adj=-500|init=")]
    public void Run_options_are_read_as_the_engine_does(string words, string options) =>
        Assert.Equal(options, string.Join('|', Parse($"\"runArgs\": [{words}]").RunOptions.Select(option => $"{option.Name}={option.Value}")));

    [Fact]
    public void Variables_come_from_all_places()
    {
        var container = Parse("""
            "containerEnv": { "A": "1" }, "remoteEnv": { "B": "2", "N": null }, "secrets": { "C": { "description": "x" } },
            "customizations": { "vscode": { "settings": { "terminal.integrated.env.linux": { "D": "4" } } } }, "runArgs": ["-e", "E=5", "--env", "F"]
            """);

        Assert.Equal("A=1 B=2 N= C= D=4 E=5 F=", string.Join(' ', container.Environment.Select(entry => $"{entry.Name}={entry.Value}")));
    }

    [Fact]
    public void Commands_come_as_text_words_or_several_by_name()
    {
        var container = Parse(
            "\"postCreateCommand\": \"a | b\", \"postStartCommand\": [\"c\", \"d\"], \"initializeCommand\": { \"x\": \"e\", \"y\": [\"f\"] }");

        Assert.Equal(
            ["initializeCommand e", "initializeCommand 'f'", "postCreateCommand a | b", "postStartCommand 'c' 'd'"],
            container.Scripts.Select(script => $"{script.What} {script.Text}"));
    }

    [Fact]
    public void A_text_that_is_no_object_is_refused() =>
        Assert.StartsWith(
            "d.json:1: not an object",
            Assert.Throws<InputException>(() => DevContainerParser.Parse("d.json", "[]")).Message,
            StringComparison.Ordinal);

    private static DevContainer Parse(string properties) => DevContainerParser.Parse(".devcontainer/devcontainer.json", $"{{\n{properties}\n}}");
}
