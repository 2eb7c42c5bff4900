namespace Build.Tests.Rules.Dockerfiles;

public sealed class UncheckedSignatureTests
{
    [Theory]
    [InlineData("apt-get install -y --allow-unauthenticated a")]
    [InlineData("apt-get --force-yes install a")]
    [InlineData("apt-get -o Acquire::AllowInsecureRepositories=true update")]
    [InlineData("apt-get -oAPT::Get::AllowUnauthenticated=true install a")]
    [InlineData("echo 'deb [trusted=yes] https://a b main' > /etc/apt/sources.list")]
    [InlineData("echo 'deb [arch=amd64 trusted=yes] https://a b main' | tee /etc/apt/sources.list.d/a.list")]
    [InlineData("apk add --allow-untrusted a.apk")]
    [InlineData("dnf install -y --nogpgcheck a")]
    [InlineData("yum-config-manager --setopt=gpgcheck=0")]
    [InlineData("zypper --no-gpg-checks in a")]
    [InlineData("rpm -i --nosignature a.rpm")]
    [InlineData("printf 'SigLevel = Never' >> /etc/pacman.conf")]
    [InlineData("sudo apt-get install --allow-unauthenticated a")]
    [InlineData("<<EOF\ncat > /etc/apt/sources.list.d/a.sources <<END\nTrusted: yes\nEND\nEOF")]
    public void Packages_without_a_check_are_caught(string command) => Assert.Equal([2], OwnBench.Run("CS1012", command));

    [Theory]
    [InlineData("apt-get install -y a")]
    [InlineData("echo 'deb [signed-by=/k] https://a b main' > /etc/apt/sources.list")]
    [InlineData("apk add a")]
    [InlineData("dnf install a")]
    [InlineData("rpm -i a.rpm")]
    [InlineData("echo gpgcheck=1 >> /etc/yum.conf")]
    [InlineData("npm install --force-yes")]
    public void Checked_packages_are_let_pass(string command) => Assert.Empty(OwnBench.Run("CS1012", command));

    [Theory]
    [InlineData(2, "FROM scratch\nCOPY <<EOF /etc/yum.repos.d/a.repo\n[a]\ngpgcheck=0\nEOF")]
    public void A_file_that_COPY_writes_is_judged_too(int line, string dockerfile) => Assert.Equal([line], OwnBench.Lines("CS1012", dockerfile));

    [Theory]
    [InlineData("FROM scratch\nCOPY <<EOF /etc/yum.repos.d/a.repo\n[a]\ngpgcheck=1\nEOF")]
    public void A_file_with_the_check_is_let_pass(string dockerfile) => Assert.Empty(OwnBench.Lines("CS1012", dockerfile));
}
