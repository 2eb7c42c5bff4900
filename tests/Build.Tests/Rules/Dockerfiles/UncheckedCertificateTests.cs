namespace Build.Tests.Rules.Dockerfiles;

public sealed class UncheckedCertificateTests
{
    [Theory]
    [InlineData("curl -k https://a")]
    [InlineData("curl -fsSLk https://a")]
    [InlineData("curl --insecure https://a")]
    [InlineData("sudo curl -sko f https://a")]
    [InlineData("wget --no-check-certificate https://a")]
    [InlineData("git -c http.sslVerify=false clone https://a")]
    [InlineData("git config --global http.sslverify false")]
    [InlineData("GIT_SSL_NO_VERIFY=1 git clone https://a")]
    [InlineData("export NODE_TLS_REJECT_UNAUTHORIZED=0")]
    [InlineData("npm config set strict-ssl false")]
    [InlineData("npm --no-strict-ssl install a")]
    [InlineData("aria2c --check-certificate=false https://a")]
    [InlineData("echo insecure >> ~/.curlrc")]
    [InlineData("pwsh -c \"iwr -SkipCertificateCheck https://a\"")]
    [InlineData("conda config --set ssl_verify no")]
    public void A_server_that_is_not_checked_is_caught(string command) => Assert.Equal([2], OwnBench.Run("CS1011", command));

    [Theory]
    [InlineData("curl -fsSL https://a")]
    [InlineData("curl -ok https://a")]
    [InlineData("curl -H k:v https://a")]
    [InlineData("wget https://a")]
    [InlineData("git config --global http.sslVerify true")]
    [InlineData("NODE_TLS_REJECT_UNAUTHORIZED=1 node a")]
    [InlineData("npm config set strict-ssl true")]
    [InlineData("echo insecure")]
    [InlineData("tar -k a")]
    [InlineData("GIT_SSL_NO_VERIFY=0 git clone a")]
    public void A_checked_server_is_let_pass(string command) => Assert.Empty(OwnBench.Run("CS1011", command));

    [Theory]
    [InlineData(2, "FROM scratch\nENV NODE_TLS_REJECT_UNAUTHORIZED=0")]
    [InlineData(2, "FROM scratch\nARG GIT_SSL_NO_VERIFY=true")]
    [InlineData(2, "FROM scratch\nENV PYTHONHTTPSVERIFY 0")]
    [InlineData(2, "FROM scratch\nENV CURL_CA_BUNDLE=")]
    public void A_variable_that_says_so_is_caught(int line, string dockerfile) => Assert.Equal([line], OwnBench.Lines("CS1011", dockerfile));

    [Theory]
    [InlineData("FROM scratch\nENV NODE_TLS_REJECT_UNAUTHORIZED=1")]
    [InlineData("FROM scratch\nARG GIT_SSL_NO_VERIFY")]
    [InlineData("FROM scratch\nENV CURL_CA_BUNDLE=/ca.pem")]
    public void Another_variable_is_let_pass(string dockerfile) => Assert.Empty(OwnBench.Lines("CS1011", dockerfile));
}
