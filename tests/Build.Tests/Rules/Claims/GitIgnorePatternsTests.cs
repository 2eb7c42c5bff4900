namespace Build.Tests.Rules.Claims;

public sealed class GitIgnorePatternsTests : ClaimCheck
{
    [Theory]
    [InlineData("*.pem\n", "")]
    [InlineData("*.key\n", "/*.key\n")]
    [InlineData("id_ed25519*\n", "id_ed25519*\n!id_ed25519\n")]
    [InlineData("credentials.json\n", "")]
    public void A_pattern_that_is_missing_breaks_it(string old, string by)
    {
        Repository.Replace(".gitignore", old, by);

        Breaks("SM-2.3", ".gitignore", "# Build output");
    }

    [Fact]
    public void A_file_that_bears_the_name_of_a_secret_breaks_it()
    {
        Repository.Write("certs/server.jks", "x");

        Breaks("SM-2.3", "certs/server.jks", "x");
    }

    [Fact]
    public void An_ignored_file_keeps_it()
    {
        Repository.Write(".env", "A=b\n").Write("proxy/id_rsa", "x");

        Holds("SM-2.3");
    }
}
