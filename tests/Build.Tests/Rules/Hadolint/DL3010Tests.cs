using ContainerSecurity.Rules.Hadolint;

namespace Build.Tests.Rules.Hadolint;

public sealed class DL3010Tests
{
    [Theory]
    [InlineData(2, "FROM a:1\nCOPY x.tar.gz /tmp/\nRUN tar -xzf /tmp/x.tar.gz\n")]
    [InlineData(2, "FROM a:1\nCOPY a /tmp/b.tgz\nRUN tar --extract -f /tmp/b.tgz\n")]
    [InlineData(2, "FROM a:1\nCOPY x.xz y /z/\nRUN unxz /z/x.xz\n")]
    public void An_archive_extracted_by_hand_is_caught(int line, string dockerfile) =>
        Assert.Equal([line], RuleBench.Lines(DL3010.Rule, dockerfile));

    [Theory]
    [InlineData("FROM a:1\nCOPY x.tar.gz /tmp/\nRUN tar -tf /tmp/x.tar.gz\n")]
    [InlineData("FROM a:1\nCOPY --from=b x.tar.gz /tmp/\nRUN tar -xf /tmp/x.tar.gz\n")]
    [InlineData("FROM a:1\nCOPY x.tar.gz /tmp/\nRUN tar -xf y.tar.gz\n")]
    [InlineData("FROM a:1\nADD x.tar.gz /tmp/\n")]
    public void Other_archives_are_let_pass(string dockerfile) =>
        Assert.Empty(RuleBench.Lines(DL3010.Rule, dockerfile));
}
