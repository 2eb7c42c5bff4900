namespace Build.Tests.Rules.Dockerfiles;

public sealed class UncheckedDownloadTests
{
    [Theory]
    [InlineData("curl -o /usr/bin/a https://a/a && chmod +x /usr/bin/a")]
    [InlineData("wget https://a/b.sh && sh b.sh")]
    [InlineData("curl -L https://a > i.sh; bash ./i.sh")]
    [InlineData("wget -O /t.deb https://a && dpkg -i /t.deb")]
    [InlineData("curl -fsSLo x https://a\\\n && ./x")]
    [InlineData("sha256sum --check sums && curl -o y https://a && ./y")]
    public void A_download_that_is_run_without_a_comparison_is_caught(string command) => Assert.Equal([2], OwnBench.Run("CS1002", command));

    [Theory]
    [InlineData("curl -o a https://a && echo \"0 a\" | sha256sum -c - && chmod +x a")]
    [InlineData("curl -o a.json https://a")]
    [InlineData("wget https://a/k.asc && gpg --verify k.asc x && ./x")]
    [InlineData("chmod +x /entrypoint.sh")]
    public void A_download_that_is_compared_or_not_run_is_let_pass(string command) => Assert.Empty(OwnBench.Run("CS1002", command));
}
