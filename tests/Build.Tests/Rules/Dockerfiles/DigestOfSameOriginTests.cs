namespace Build.Tests.Rules.Dockerfiles;

public sealed class DigestOfSameOriginTests
{
    [Theory]
    [InlineData("curl -fO https://a/t && curl -fO https://a/t.sha256 && sha256sum -c t.sha256 && chmod +x t")]
    [InlineData("curl -fO https://a/t; [ \"$(sha256sum t | cut -c1-64)\" = \"$(curl https://a/t.sum)\" ] && ./t")]
    public void A_digest_from_where_the_file_comes_from_is_caught(string command) => Assert.Equal([2], OwnBench.Run("CS4001", command));

    [Theory]
    [InlineData("curl -fO https://a/t && curl -fO https://b/t.sha256 && sha256sum -c t.sha256 && chmod +x t")]
    [InlineData("curl -fO https://a/t && echo \"00  t\" | sha256sum -c - && chmod +x t")]
    [InlineData("curl -fO https://a/t && curl -fO https://a/sums && gpg --verify sums.asc sums && sha256sum -c sums && chmod +x t")]
    public void A_digest_from_elsewhere_is_let_pass(string command) => Assert.Empty(OwnBench.Run("CS4001", command));
}
