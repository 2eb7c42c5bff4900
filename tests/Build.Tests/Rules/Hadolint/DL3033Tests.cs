using ContainerSecurity.Rules.Hadolint;

namespace Build.Tests.Rules.Hadolint;

public sealed class DL3033Tests
{
    [Theory]
    [InlineData(1, "RUN yum install -y httpd")]
    [InlineData(1, "RUN yum install -y httpd-tools")]
    [InlineData(1, "RUN yum module install x")]
    [InlineData(1, "RUN yum install \"a-${V}\"")]
    [InlineData(3, "FROM a:1\nENV X=1\nRUN yum install a-$V\n")]
    public void An_unpinned_package_is_caught(int line, string dockerfile) =>
        Assert.Equal([line], RuleBench.Lines(DL3033.Rule, dockerfile));

    [Theory]
    [InlineData("RUN yum install -y httpd-2.4.24")]
    [InlineData("RUN yum install ./a-1.rpm")]
    [InlineData("RUN yum module install x:1")]
    [InlineData("ARG V=1\nRUN yum install a-$V\n")]
    [InlineData("FROM a:1 AS b\nENV V=1\nFROM b\nRUN yum install \"a-${V}\"\n")]
    [InlineData("RUN yum update")]
    public void A_pinned_package_is_let_pass(string dockerfile) =>
        Assert.Empty(RuleBench.Lines(DL3033.Rule, dockerfile));
}
