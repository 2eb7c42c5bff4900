using ContainerSecurity.Rules.Hadolint;

namespace Build.Tests.Rules.Hadolint;

public sealed class DL3041Tests
{
    [Theory]
    [InlineData(1, "RUN dnf install -y httpd")]
    [InlineData(1, "RUN microdnf install httpd-tools")]
    [InlineData(1, "RUN dnf module install x")]
    [InlineData(1, "ONBUILD RUN dnf install a")]
    public void An_unpinned_package_is_caught(int line, string dockerfile) =>
        Assert.Equal([line], RuleBench.Lines(DL3041.Rule, dockerfile));

    [Theory]
    [InlineData("RUN dnf install -y httpd-2.4.24")]
    [InlineData("RUN dnf install ./a-1.rpm")]
    [InlineData("RUN dnf module install x:1")]
    [InlineData("RUN dnf group install x")]
    [InlineData("ARG V=1\nRUN dnf install \"a-${V}\"\n")]
    [InlineData("RUN dnf update")]
    public void A_pinned_package_is_let_pass(string dockerfile) =>
        Assert.Empty(RuleBench.Lines(DL3041.Rule, dockerfile));
}
