namespace Build.Tests.Rules.Dockerfiles;

public sealed class WorldWritableTests
{
    [Theory]
    [InlineData("chmod 777 /a")]
    [InlineData("chmod -R 0777 /a")]
    [InlineData("chmod a+rwx /a")]
    [InlineData("chmod u=rwx,o+w /a")]
    [InlineData("chmod 666 /a")]
    [InlineData("sudo chmod 777 /a")]
    [InlineData("mkdir -p -m 777 /a")]
    [InlineData("mkdir --mode=0777 /a")]
    [InlineData("install -m777 a /b")]
    [InlineData("chmod ugo=rw /a")]
    [InlineData("find / -type d | xargs chmod 777")]
    public void Writing_for_everybody_is_caught(string command) => Assert.Equal([2], OwnBench.Run("CS1009", command));

    [Theory]
    [InlineData("chmod 755 /a")]
    [InlineData("chmod 1777 /tmp")]
    [InlineData("chmod +x /a")]
    [InlineData("chmod o-w /a")]
    [InlineData("chmod g+w /a")]
    [InlineData("chmod 775 /a")]
    [InlineData("mkdir -m 700 /a")]
    [InlineData("chmod u+w,o+r /a")]
    [InlineData("echo chmod 777")]
    public void Narrower_rights_are_let_pass(string command) => Assert.Empty(OwnBench.Run("CS1009", command));

    [Theory]
    [InlineData(2, "FROM scratch\nCOPY --chmod=777 a /a")]
    [InlineData(2, "FROM scratch\nADD --chmod=0666 a /a")]
    [InlineData(2, "FROM scratch\nCOPY --chmod=a+rwx a /a")]
    public void A_flag_of_COPY_and_ADD_is_judged_too(int line, string dockerfile) => Assert.Equal([line], OwnBench.Lines("CS1009", dockerfile));

    [Theory]
    [InlineData("FROM scratch\nCOPY --chmod=755 a /a")]
    [InlineData("FROM scratch\nCOPY a /777")]
    public void A_narrower_flag_is_let_pass(string dockerfile) => Assert.Empty(OwnBench.Lines("CS1009", dockerfile));
}
