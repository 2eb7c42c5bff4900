namespace Build.Tests.Rules.Claims;

public sealed class HostIsolationTests : ClaimCheck
{
    [Theory]
    [InlineData("\"initializeCommand\": \"true\"")]
    [InlineData("\"initializeCommand\": [\"true\"]")]
    [InlineData("\"privileged\": true")]
    [InlineData("\"capAdd\": [\"NET_ADMIN\"]")]
    [InlineData("\"runArgs\": [\"--privileged\"]")]
    [InlineData("\"runArgs\": [\"--cap-add\", \"SYS_PTRACE\"]")]
    [InlineData("\"runArgs\": [\"--device=/dev/kvm\"]")]
    [InlineData("\"runArgs\": [\"--network=host\"]")]
    [InlineData("\"runArgs\": [\"--net\", \"host\"]")]
    [InlineData("\"runArgs\": [\"--pid=host\"]")]
    [InlineData("\"runArgs\": [\"--ipc\", \"container:other\"]")]
    [InlineData("\"runArgs\": [\"--security-opt\", \"apparmor=unconfined\"]")]
    [InlineData("\"runArgs\": [\"--env-file\", \".env\"]")]
    [InlineData("\"runArgs\": [\"-v\", \"/var/run/docker.sock:/var/run/docker.sock\"]")]
    [InlineData("\"runArgs\": [\"-v\", \"${localEnv:XDG_RUNTIME_DIR}/docker.sock:/s\"]")]
    [InlineData("\"runArgs\": [\"-v\", \"/run/user/1000/podman/podman.sock:/s:ro\"]")]
    [InlineData("\"runArgs\": [\"-v\", \"/:/host:ro\"]")]
    [InlineData("\"runArgs\": [\"-v\", \"//etc/../etc:/host\"]")]
    [InlineData("\"workspaceMount\": \"source=/var/lib,target=/w,type=bind\"")]
    public void A_hold_on_the_host_breaks_it(string property)
    {
        AddToContainer(property);

        BreaksInContainer("CT-1.5", property);
    }

    [Theory]
    [InlineData("\"privileged\": false, \"capAdd\": [], \"initializeCommand\": \"\"")]
    [InlineData("\"runArgs\": [\"--cap-drop=ALL\", \"--security-opt=no-new-privileges:true\", \"--network\", \"bridge\", \"--privileged=false\"]")]
    [InlineData("\"runArgs\": [\"-v\", \"/home/me/project:/project\"]")]
    public void What_tightens_or_asks_for_nothing_keeps_it(string property)
    {
        AddToContainer(property);

        Holds("CT-1.5");
    }

    [Theory]
    [InlineData("RUN --security=insecure true")]
    [InlineData("RUN --network=host true")]
    public void A_build_outside_the_sandbox_breaks_it(string instruction)
    {
        AddToStage(instruction);

        Breaks("CT-1.5", "Dockerfile", instruction);
    }

    [Theory]
    [InlineData("seccomp=unconfined")]
    [InlineData("no-new-privileges:false")]
    public void A_confinement_that_is_loosened_breaks_it(string option)
    {
        ReplaceInContainer("[\"no-new-privileges\"]", $"[\"{option}\"]");

        BreaksInContainer("CT-1.5", option);
    }
}
