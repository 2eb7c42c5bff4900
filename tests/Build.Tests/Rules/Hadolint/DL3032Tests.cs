using ContainerSecurity.Rules.Hadolint;

namespace Build.Tests.Rules.Hadolint;

public sealed class DL3032Tests
{
    [Theory]
    [InlineData(1, "RUN yum install -y a-1")]
    [InlineData(1, "RUN yum clean all && yum install -y a-1")]
    [InlineData(1, "ONBUILD RUN yum install -y a-1")]
    public void A_kept_cache_is_caught(int line, string dockerfile) =>
        Assert.Equal([line], RuleBench.Lines(DL3032.Rule, dockerfile));

    [Theory]
    [InlineData("RUN yum install -y a-1 && yum clean all")]
    [InlineData("RUN yum install -y a-1 && rm -rf /var/cache/yum/*")]
    [InlineData("RUN yum update")]
    public void A_removed_cache_is_let_pass(string dockerfile) =>
        Assert.Empty(RuleBench.Lines(DL3032.Rule, dockerfile));
}
