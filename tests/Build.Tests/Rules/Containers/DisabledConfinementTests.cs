namespace Build.Tests.Rules.Containers;

public sealed class DisabledConfinementTests
{
    [Theory]
    [InlineData(4, "security_opt:\n  - seccomp=unconfined")]
    [InlineData(4, "security_opt:\n  - seccomp:unconfined")]
    [InlineData(4, "security_opt:\n  - \"apparmor=unconfined\"")]
    [InlineData(4, "security_opt:\n  - label:disable")]
    [InlineData(4, "security_opt:\n  - systempaths=unconfined")]
    [InlineData(4, "security_opt:\n  - label:type:spc_t")]
    [InlineData(4, "security_opt:\n  - no-new-privileges=false")]
    [InlineData(4, "security_opt:\n  - writable-cgroups=true")]
    [InlineData(4, "security_opt:\n  - writable-cgroups")]
    [InlineData(4, "security_opt:\n  - unmask=ALL")]
    [InlineData(4, "security_opt:\n  - $OPT")]
    public void It_is_caught_in_a_compose_file_with_its_line(int line, string text) =>
        Assert.Equal([$"compose.yaml:{line}"], Bench.Compose("CS2007", text));

    [Theory]
    [InlineData("security_opt: [\"no-new-privileges:true\"]")]
    [InlineData("security_opt: [\"seccomp=profile.json\"]")]
    [InlineData("image: a")]
    [InlineData("security_opt: [\"writable-cgroups=false\"]")]
    [InlineData("security_opt: [\"label:type:svirt_apache_t\"]")]
    public void A_harmless_setting_in_a_compose_file_is_let_pass(string text) =>
        Assert.Empty(Bench.Compose("CS2007", text));

    [Theory]
    [InlineData(1, "{\"securityOpt\": [\"seccomp=unconfined\"]}")]
    [InlineData(1, "{\"runArgs\": [\"--security-opt=apparmor=unconfined\"]}")]
    [InlineData(1, "{\"runArgs\": [\"--security-opt\", \"seccomp=unconfined\"]}")]
    public void It_is_caught_in_a_devcontainer_with_its_line(int line, string text) =>
        Assert.Equal([$".devcontainer/devcontainer.json:{line}"], Bench.DevContainer("CS2007", text));

    [Theory]
    [InlineData("{\"securityOpt\": [\"no-new-privileges\"]}")]
    [InlineData("{\"runArgs\": [\"--security-opt=no-new-privileges\"]}")]
    [InlineData("{}")]
    public void A_harmless_setting_in_a_devcontainer_is_let_pass(string text) =>
        Assert.Empty(Bench.DevContainer("CS2007", text));

    [Theory]
    [InlineData(5, "container: {image: a, options: --security-opt seccomp=unconfined}")]
    public void It_is_caught_in_the_containers_of_a_job_with_its_line(int line, string text) =>
        Assert.Equal([$".github/workflows/ci.yml:{line}"], Bench.Job("CS2007", text));

    [Theory]
    [InlineData("container: {image: a, options: --security-opt no-new-privileges}")]
    public void A_harmless_container_of_a_job_is_let_pass(string text) =>
        Assert.Empty(Bench.Job("CS2007", text));
}
