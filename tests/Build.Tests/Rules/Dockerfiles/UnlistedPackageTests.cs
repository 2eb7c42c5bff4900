using ContainerSecurity.Formats.Hadolint;

namespace Build.Tests.Rules.Dockerfiles;

public sealed class UnlistedPackageTests
{
    private static readonly LintConfiguration Settings = new() { AllowedPackages = ["curl", "jq", "httpx", "@scope/cli"] };

    [Theory]
    [InlineData("apt-get install -y git")]
    [InlineData("apt-get install curl jq=1 vim/stable")]
    [InlineData("apk add --no-cache openssh")]
    [InlineData("pip install requests==2.0")]
    [InlineData("npm install -g @other/cli@1.2")]
    [InlineData("npm ci")]
    [InlineData("apt-get install $PACKAGES")]
    [InlineData("sudo apt install nano")]
    public void Another_package_is_caught(string command) => Assert.Equal([2], OwnBench.Run("CS1005", command, Settings));

    [Theory]
    [InlineData("apt-get install -y curl=7.88 jq")]
    [InlineData("apk add jq~1.7")]
    [InlineData("pip install 'httpx[http2]>=0.27'")]
    [InlineData("npm i -g @scope/cli@1.2.3")]
    [InlineData("apt-get update")]
    [InlineData("npm run build")]
    public void An_allowed_package_is_let_pass(string command) => Assert.Empty(OwnBench.Run("CS1005", command, Settings));

    [Fact]
    public void Without_a_list_any_package_is_let_pass() => Assert.Empty(OwnBench.Run("CS1005", "apt-get install git"));

    [Fact]
    public void The_message_names_the_package() =>
        Assert.EndsWith(
            ": vim.", Assert.Single(OwnBench.Lint("FROM scratch\nRUN apt-get install jq vim\n", Settings)).Message, StringComparison.Ordinal);
}
