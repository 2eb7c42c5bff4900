namespace Build.Tests.Rules.Dockerfiles;

public sealed class UncheckedAddTests
{
    [Theory]
    [InlineData(2, "FROM scratch\nADD https://a/b /b")]
    [InlineData(2, "FROM scratch\nADD x http://a/b /b/")]
    [InlineData(2, "FROM scratch\nADD git@github.com:a/b.git#v1 /b")]
    [InlineData(2, "FROM scratch\nADD https://github.com/a/b.git#main /b")]
    [InlineData(3, "FROM scratch\nARG U=https://a\nADD $U/b /b")]
    [InlineData(2, "FROM scratch\nADD --checksum= https://a/b /b")]
    [InlineData(2, "FROM scratch\nADD [\"https://a/b c\", \"/b\"]")]
    [InlineData(2, "FROM scratch\nONBUILD ADD https://a/b /b")]
    public void A_remote_source_without_checksum_is_caught(int line, string dockerfile) => Assert.Equal([line], OwnBench.Lines("CS1006", dockerfile));

    [Theory]
    [InlineData("FROM scratch\nADD a.tar.gz /b")]
    [InlineData("FROM scratch\nADD --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d https://a/b /b")]
    [InlineData("FROM scratch\nADD https://github.com/a/b.git#0123456789012345678901234567890123456789 /b")]
    [InlineData("FROM scratch\nADD https://github.com/a/b.git#0123456789012345678901234567890123456789:src /b")]
    [InlineData("FROM scratch\nCOPY a /https://b")]
    public void A_checksum_a_commit_or_a_file_is_let_pass(string dockerfile) => Assert.Empty(OwnBench.Lines("CS1006", dockerfile));

    [Fact]
    public void The_message_shows_no_password()
    {
        var found = OwnBench.Lint("FROM scratch\nADD https://me:hunter2@a/b /b\n").Where(finding => finding.RuleId == "CS1006");

        Assert.EndsWith(": https://a/b.", Assert.Single(found).Message, StringComparison.Ordinal);
    }
}
