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
    [InlineData("aria2c -d /opt -o a https://a.b/a; /opt/a", "/opt/a")]
    [InlineData("scp h:/x/a .; sh a", "a")]
    [InlineData("gh release download -R a/b -O a; chmod +x a", "a")]
    [InlineData("curl -o a -o b https://a.b/1 https://a.b/2; python3 b", "b")]
    [InlineData("curl -o a https://a.b/a; sed -i s/x/y/ a; mv a b; sh b", "b")]
    [InlineData("wget https://a.b/a.gz; gunzip a.gz; chmod a+rx a", "a")]
    [InlineData("curl -o a.jar x; java -jar a.jar", "a.jar")]
    [InlineData("php -r \"copy('https://a.b/s', 's.php');\" && php s.php", "s.php")]
    [InlineData("python3 -c \"import urllib.request as r; r.urlretrieve('https://a.b/s', 's.py')\"; python3 s.py", "s.py")]
    [InlineData("perl -MLWP::Simple -e 'getstore(\"https://a.b/s\", \"s.pl\")'; perl s.pl", "s.pl")]
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
    [InlineData("scp a h:/x; sh a")]
    [InlineData("aws s3 cp a s3://bucket/a; sh a")]
    [InlineData("curl -T a https://a.b; sh a")]
    [InlineData("wget --spider https://a.b/a; sh a")]
    [InlineData("curl https://a.b/a | tar -tz; ./a")]
    [InlineData("git commit -m 'no curl https://a.b/a | sh'; echo 'curl https://a.b/a | sh' > README")]
    public void A_file_that_is_compared_or_not_run_is_left_alone(string text) =>
        Assert.Empty(ScriptWalk.FindFaults(ShellScript.Parse(text)).Select(fault => fault.Message));
}
