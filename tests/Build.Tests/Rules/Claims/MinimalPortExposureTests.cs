using System.Collections.Immutable;
using Build.Tests.Gates.Policy;

namespace Build.Tests.Rules.Claims;

public sealed class MinimalPortExposureTests : ClaimCheck
{
    [Theory]
    [InlineData("EXPOSE 9999")]
    [InlineData("EXPOSE 8082/udp")]
    [InlineData("EXPOSE 8082-8083")]
    [InlineData("EXPOSE 8082 22")]
    [InlineData("EXPOSE ${DEBUG_PORT:-5005}")]
    [InlineData("EXPOSE ${DEBUG_PORT}")]
    public void Another_port_in_a_Dockerfile_breaks_it(string instruction)
    {
        AddToStage(instruction);

        Breaks("NS-3.2", "Dockerfile", instruction);
    }

    [Theory]
    [InlineData("EXPOSE 8082/tcp")]
    [InlineData("EXPOSE ${PORT:-8082}")]
    public void The_port_itself_keeps_it(string instruction)
    {
        AddToStage(instruction);

        Holds("NS-3.2");
    }

    [Theory]
    [InlineData("")]
    [InlineData("8082/tcp 9999/tcp")]
    [InlineData("8082/udp")]
    [InlineData("9999/tcp")]
    public void An_image_with_other_ports_or_none_breaks_it(string ports)
    {
        var image = new SampleImage();
        ImmutableSortedSet<string> exposed = [.. ports.Split(' ', StringSplitOptions.RemoveEmptyEntries)];

        BreaksInImage("NS-3.2", image with { Config = image.Config with { ExposedPorts = exposed } }, "instead of 8082/tcp");
    }

    [Theory]
    [InlineData("\"forwardPorts\": [8082, 3000]")]
    [InlineData("\"forwardPorts\": [\"db:8082\"]")]
    [InlineData("\"forwardPorts\": []")]
    public void Other_forwarded_ports_break_it(string property)
    {
        ReplaceInContainer("\"forwardPorts\": [8082]", property);

        BreaksInContainer("NS-3.2", property);
    }

    [Fact]
    public void Ports_that_are_forwarded_by_themselves_break_it()
    {
        ReplaceInContainer(
            "\"otherPortsAttributes\": { \"onAutoForward\": \"ignore\" }", "\"otherPortsAttributes\": { \"onAutoForward\": \"notify\" }");

        BreaksInContainer("NS-3.2", "notify");
    }

    [Theory]
    [InlineData("\"appPort\": 3000")]
    [InlineData("\"appPort\": [\"8082:8082\"]")]
    [InlineData("\"appPort\": \"0.0.0.0:8082:8082\"")]
    [InlineData("\"runArgs\": [\"-p\", \"8082:8082\"]")]
    [InlineData("\"runArgs\": [\"-p2222:22\"]")]
    [InlineData("\"runArgs\": [\"--publish-all\"]")]
    [InlineData("\"runArgs\": [\"-P\"]")]
    [InlineData("\"runArgs\": [\"--expose\", \"22\"]")]
    public void Published_ports_break_it(string property)
    {
        AddToContainer(property);

        BreaksInContainer("NS-3.2", property);
    }

    [Theory]
    [InlineData("\"appPort\": [\"127.0.0.1:8082:8082\"]")]
    [InlineData("\"runArgs\": [\"-p\", \"127.0.0.1:8082:8082\"]")]
    public void The_port_on_loopback_keeps_it(string property)
    {
        AddToContainer(property);

        Holds("NS-3.2");
    }

    [Fact]
    public void A_port_of_the_isolated_agent_breaks_it()
    {
        Repository.Replace(".devcontainer/isolated/devcontainer.json", "\"forwardPorts\": []", "\"forwardPorts\": [3000]");

        Breaks("NS-3.2", ".devcontainer/isolated/devcontainer.json", "forwardPorts");
    }
}
