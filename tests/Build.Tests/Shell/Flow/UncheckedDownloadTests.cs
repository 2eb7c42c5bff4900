using ContainerSecurity.Shell;
using ContainerSecurity.Shell.Flow;

namespace Build.Tests.Shell.Flow;

public class UncheckedDownloadTests
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
    [InlineData("curl -fsSLo tool x; ./tool", "tool")]
    [InlineData("cd /tmp && curl -LO https://example.org/i.sh && bash /tmp/i.sh", "/tmp/i.sh")]
    [InlineData("wget -P /tmp https://example.org/i.sh && bash /tmp/i.sh", "/tmp/i.sh")]
    [InlineData("curl x | dd of=/tmp/i.sh; sh /tmp/i.sh", "/tmp/i.sh")]
    [InlineData("curl -o a x; chmod u+x a", "a")]
    [InlineData("sha256sum -c sums; curl -o a x; sh a", "a")]
    public void A_file_that_is_fetched_and_run_without_a_digest_is_found(string text, string file)
    {
        var fault = Assert.Single(ScriptWalk.FindFaults(ShellScript.Parse(text)).Take(1));

        Assert.StartsWith($"{file} is fetched", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("curl x | tar xz && ./configure", "./configure")]
    [InlineData("curl -o a.tgz x && tar xf a.tgz && sh a/install.sh", "a/install.sh")]
    [InlineData("wget https://example.org/a.zip; unzip a.zip; cd a; ../a/setup", "../a/setup")]
    public void What_comes_out_of_an_archive_that_nobody_compared_is_found(string text, string file) =>
        Assert.StartsWith($"{file} is run", Assert.Single(ScriptWalk.FindFaults(ShellScript.Parse(text))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("curl -o a.tgz x && sha256sum -c sums && tar xf a.tgz && ./a/install.sh")]
    [InlineData("tar xf a.tgz && ./a/install.sh")]
    [InlineData("curl x | tar xz && make && /usr/bin/env true && apt-get install vim/stable")]
    [InlineData("curl -o k.asc x && chmod a+r k.asc && chmod 0644 k.asc")]
    [InlineData("curl -o install.sh x && echo \"$SUM install.sh\" | sha256sum -c - && sh install.sh")]
    [InlineData("set -e\ncurl -o t x\ngpg --verify t.asc t\nchmod +x t")]
    [InlineData("sh install.sh; curl -o install.sh x")]
    [InlineData("curl -o data.json x && node build.js data.json")]
    [InlineData("curl -o a x && sh b")]
    public void A_file_that_is_compared_or_not_run_is_left_alone(string text) =>
        Assert.Empty(ScriptWalk.FindFaults(ShellScript.Parse(text)).Select(fault => fault.Message));
}
