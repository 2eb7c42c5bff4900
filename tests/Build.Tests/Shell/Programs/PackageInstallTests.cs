using ContainerSecurity.Shell;
using ContainerSecurity.Shell.Programs;

namespace Build.Tests.Shell.Programs;

public class PackageInstallTests
{
    [Theory]
    [InlineData("apt-get install -y --no-install-recommends curl jq nodejs", "apt-get", "curl jq nodejs")]
    [InlineData("apt-get -y -o Dpkg::Use-Pty=0 install -t bookworm-backports curl=7.88.1-10 jq:amd64", "apt-get", "curl jq")]
    [InlineData("sudo DEBIAN_FRONTEND=noninteractive apt install git", "apt", "git")]
    [InlineData("apt-get install -y $PACKAGES", "apt-get", "${PACKAGES} (known at run time only)")]
    [InlineData("apk add --no-cache bash", "apk", "bash")]
    [InlineData("pip install requests==2", "pip", "requests")]
    [InlineData("python3 -m pip install requests", "pip", "requests")]
    [InlineData("npm install -g @scope/tool", "npm", "@scope/tool")]
    [InlineData("npm ci", "npm", "")]
    [InlineData("npx tool", "npx", "tool")]
    [InlineData("dpkg -i a.deb", "dpkg", "a.deb")]
    [InlineData("cargo install ripgrep", "cargo", "ripgrep")]
    [InlineData("go install example.com/tool@v1", "go", "example.com/tool")]
    public void What_a_command_installs_is_read(string text, string manager, string names)
    {
        var install = PackageInstall.Parse(ShellScript.Parse(text).Commands.Single());

        Assert.Equal((manager, names), (install?.Manager, string.Join(' ', install?.Names ?? [])));
    }

    [Theory]
    [InlineData("apt-get update")]
    [InlineData("apt-cache show curl")]
    [InlineData("npm test")]
    [InlineData("dotnet build")]
    [InlineData("echo apt-get install curl")]
    public void Other_commands_install_nothing(string text) => Assert.Null(PackageInstall.Parse(ShellScript.Parse(text).Commands.Single()));
}
