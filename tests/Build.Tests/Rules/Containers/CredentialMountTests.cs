namespace Build.Tests.Rules.Containers;

public sealed class CredentialMountTests
{
    [Theory]
    [InlineData("~/.aws:/root/.aws")]
    [InlineData("~/.aws:/root/.aws:ro")]
    [InlineData("~/.aws/credentials:/c:ro")]
    [InlineData("${HOME}/.kube:/root/.kube")]
    [InlineData("$HOME/.docker/config.json:/root/.docker/config.json:ro")]
    [InlineData("${HOME:-/root}/.kube/config:/k")]
    [InlineData("/root/.docker:/root/.docker")]
    [InlineData("/home/dev/.config/gcloud:/gcloud")]
    [InlineData("/Users/dev/.azure:/root/.azure")]
    [InlineData("~/.config/gh:/root/.config/gh")]
    [InlineData("~/.netrc:/root/.netrc:ro")]
    [InlineData("~/.gnupg:/root/.gnupg")]
    [InlineData("~/./.aws:/x")]
    [InlineData("~/.npmrc:/root/.npmrc:ro")]
    public void A_folder_of_credentials_is_caught_even_to_read(string mount) =>
        Assert.Equal(["compose.yaml:4"], Bench.Compose("CS2011", $"volumes:\n  - \"{mount}\""));

    [Theory]
    [InlineData("./.docker/nginx.conf:/etc/nginx/nginx.conf")]
    [InlineData("./.aws:/root/.aws")]
    [InlineData("aws:/root/.aws")]
    [InlineData("~/.gitconfig:/root/.gitconfig:ro")]
    [InlineData("~/.cache/pip:/root/.cache/pip")]
    [InlineData("~/.config/nvim:/root/.config/nvim")]
    [InlineData("~/.cargo/registry:/root/.cargo/registry")]
    [InlineData("~/.m2/repository:/root/.m2/repository")]
    [InlineData("~/.dockerfiles:/x")]
    [InlineData("~/.ssh:/root/.ssh:ro")]
    public void Another_folder_is_let_pass(string mount) => Assert.Empty(Bench.Compose("CS2011", $"volumes:\n  - \"{mount}\""));

    [Theory]
    [InlineData("{\n\"mounts\": [{\"source\": \"${localEnv:HOME}/.aws\", \"target\": \"/root/.aws\", \"type\": \"bind\"}]}", 2)]
    [InlineData("{\n\n\"runArgs\": [\"-v\", \"${localEnv:HOME}${localEnv:USERPROFILE}/.kube:/k:ro\"]}", 3)]
    public void A_devcontainer_is_held_to_the_same(string text, int line) =>
        Assert.Equal([$".devcontainer/devcontainer.json:{line}"], Bench.DevContainer("CS2011", text));

    [Fact]
    public void A_file_that_is_given_as_a_secret_is_let_pass() => Assert.Empty(Bench.Of(
        "CS2011", "compose.yaml", "secrets: {s: {file: ~/.aws/credentials}}\nservices:\n  a:\n    image: b\n    secrets: [s]\n"));
}
