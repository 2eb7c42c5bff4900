namespace Build.Tests.Rules.Dockerfiles;

public sealed class TrustedPythonHostTests
{
    [Theory]
    [InlineData("pip install --trusted-host a b")]
    [InlineData("pip3 install --trusted-host=a b")]
    [InlineData("python3 -m pip install b --trusted-host a")]
    [InlineData("pip config set global.trusted-host a")]
    [InlineData("PIP_TRUSTED_HOST=a pip install b")]
    [InlineData("uv pip install --allow-insecure-host a b")]
    [InlineData("printf '[global]\\ntrusted-host = a' > /etc/pip.conf")]
    [InlineData("sudo pip install --trusted-host a b")]
    public void A_trusted_host_is_caught(string command) => Assert.Equal([2], OwnBench.Run("CS1013", command));

    [Theory]
    [InlineData("pip install b")]
    [InlineData("pip install --index-url https://a/simple b")]
    [InlineData("pip config set global.index-url https://a")]
    [InlineData("PIP_TRUSTED_HOST= pip install b")]
    [InlineData("echo trusted-host")]
    public void Without_one_it_is_let_pass(string command) => Assert.Empty(OwnBench.Run("CS1013", command));

    [Theory]
    [InlineData(2, "FROM scratch\nENV PIP_TRUSTED_HOST=a")]
    [InlineData(2, "FROM scratch\nCOPY <<EOF /etc/pip.conf\n[global]\ntrusted-host=a\nEOF")]
    public void A_variable_or_a_file_that_COPY_writes_is_judged_too(int line, string dockerfile) =>
        Assert.Equal([line], OwnBench.Lines("CS1013", dockerfile));

    [Theory]
    [InlineData("FROM scratch\nENV PIP_CERT=/ca.pem")]
    public void Another_variable_is_let_pass(string dockerfile) => Assert.Empty(OwnBench.Lines("CS1013", dockerfile));
}
