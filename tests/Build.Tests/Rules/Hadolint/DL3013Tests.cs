using ContainerSecurity.Rules.Hadolint;

namespace Build.Tests.Rules.Hadolint;

public sealed class DL3013Tests
{
    [Theory]
    [InlineData(1, "RUN pip install flask")]
    [InlineData(1, "RUN python3 -m pip install a==1 b")]
    [InlineData(1, "RUN pip3 install --index-url x a")]
    [InlineData(1, "RUN pip install git+https://example.com/a")]
    [InlineData(1, "ONBUILD RUN pip install a")]
    public void An_unpinned_package_is_caught(int line, string dockerfile) =>
        Assert.Equal([line], RuleBench.Lines(DL3013.Rule, dockerfile));

    [Theory]
    [InlineData("RUN pip install flask==2.0")]
    [InlineData("RUN pip install -r requirements.txt")]
    [InlineData("RUN pip install .")]
    [InlineData("RUN pip install \"a>=1\"")]
    [InlineData("RUN pip install \"a~=1\"")]
    [InlineData("RUN pip install ./a.whl")]
    [InlineData("RUN pip install git+https://example.com/a@v1")]
    [InlineData("RUN pip install -c constraints.txt a")]
    [InlineData("RUN pip install --proxy x a==1")]
    [InlineData("RUN pipenv install a")]
    [InlineData("RUN pip uninstall a")]
    [InlineData("RUN pip install")]
    public void A_pinned_package_is_let_pass(string dockerfile) =>
        Assert.Empty(RuleBench.Lines(DL3013.Rule, dockerfile));
}
