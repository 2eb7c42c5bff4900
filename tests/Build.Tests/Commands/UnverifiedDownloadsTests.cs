using ContainerSecurity.Commands;
using ContainerSecurity.Dockerfiles.Shell;

namespace Build.Tests.Commands;

public class UnverifiedDownloadsTests
{
    [Theory]
    [InlineData("curl -o install.sh x && sh install.sh", "install.sh")]
    [InlineData("curl -oinstall.sh x && bash ./install.sh", "install.sh")]
    [InlineData("curl --output=tool x\nchmod +x tool\n./tool", "tool")]
    [InlineData("curl -fsSLO https://example.org/tool; chmod 755 ./tool", "tool")]
    [InlineData("wget https://example.org/a/setup.py?raw=1; python3 setup.py", "setup.py")]
    [InlineData("wget -O /tmp/x https://example.org/x && . /tmp/x", "/tmp/x")]
    [InlineData("curl x > get.sh; sudo sh get.sh", "get.sh")]
    [InlineData("curl x | tee get.sh >/dev/null; sh get.sh", "get.sh")]
    [InlineData("curl -o p.deb x && dpkg -i p.deb", "p.deb")]
    [InlineData("curl -o p.deb x && apt-get install -y ./p.deb", "p.deb")]
    [InlineData("curl -o \"$DIR/tool\" x && \"$DIR/tool\"", "${DIR}/tool")]
    [InlineData("sha256sum -c sums; curl -o a x; sh a", "a")]
    public void A_file_that_is_fetched_and_run_without_a_digest_is_found(string text, string file)
    {
        var fault = Assert.Single(UnverifiedDownloads.Find(ShellScript.Parse(text)).Take(1));

        Assert.StartsWith($"{file} is fetched", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("curl -o install.sh x && echo \"$SUM install.sh\" | sha256sum -c - && sh install.sh")]
    [InlineData("curl -o t x\ngpg --verify t.asc t\nchmod +x t")]
    [InlineData("sh install.sh; curl -o install.sh x")]
    [InlineData("curl -o data.json x && node build.js data.json")]
    [InlineData("curl -o a x && sh b")]
    public void A_file_that_is_compared_or_not_run_is_left_alone(string text) =>
        Assert.Empty(UnverifiedDownloads.Find(ShellScript.Parse(text)).Select(fault => fault.Message));
}
