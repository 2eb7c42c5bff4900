using ContainerSecurity.Rules.Hadolint;

namespace Build.Tests.Rules.Hadolint;

public sealed class DL3042Tests
{
    [Theory]
    [InlineData(1, "RUN pip install a==1")]
    [InlineData(3, "FROM a:1\nENV PIP_NO_CACHE_DIR=0\nRUN pip3 install a==1\n")]
    [InlineData(1, "ONBUILD RUN python -m pip install a")]
    [InlineData(4, "FROM a:1 AS b\nENV PIP_NO_CACHE_DIR=1\nFROM c:1\nRUN pip install a\n")]
    public void A_kept_cache_is_caught(int line, string dockerfile) =>
        Assert.Equal([line], RuleBench.Lines(DL3042.Rule, dockerfile));

    [Theory]
    [InlineData("RUN pip install --no-cache-dir a==1")]
    [InlineData("FROM a:1\nENV PIP_NO_CACHE_DIR=1\nRUN pip install a\n")]
    [InlineData("FROM a:1 AS b\nENV PIP_NO_CACHE_DIR=on\nFROM b\nRUN pip install a\n")]
    [InlineData("RUN PIP_NO_CACHE_DIR=1 pip install a")]
    [InlineData("RUN --mount=type=cache,target=/root/.cache/pip pip install a")]
    [InlineData("RUN pipx install a")]
    [InlineData("RUN pipenv install a")]
    [InlineData("RUN pip list")]
    public void No_cache_is_let_pass(string dockerfile) =>
        Assert.Empty(RuleBench.Lines(DL3042.Rule, dockerfile));
}
