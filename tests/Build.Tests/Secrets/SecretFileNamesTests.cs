using ContainerSecurity.Secrets;

namespace Build.Tests.Secrets;

public class SecretFileNamesTests
{
    [Theory]
    [InlineData(".env")]
    [InlineData("/app/.env.production")]
    [InlineData("/root/.ssh/id_ed25519")]
    [InlineData("/etc/ssh/ssh_host_rsa_key")]
    [InlineData("certs/Store.PFX")]
    [InlineData("/root/.aws/credentials")]
    [InlineData("/root/.docker/config.json")]
    [InlineData("/root/.claude/proxy.env")]
    [InlineData(".npmrc")]
    public void Names_under_which_secrets_are_kept_are_known(string path) => Assert.NotNull(SecretFileNames.FindKind(path));

    [Theory]
    [InlineData(".env.example")]
    [InlineData("id_rsa.pub")]
    [InlineData("src/.environment")]
    [InlineData("/etc/credentials")]
    [InlineData("config.json")]
    [InlineData("/etc/ssl/certs/ca-certificates.crt")]
    public void Other_names_are_left_alone(string path) => Assert.Null(SecretFileNames.FindKind(path));

    [Theory]
    [InlineData("OPENAI_API_KEY", true)]
    [InlineData("apikey", true)]
    [InlineData("ANTHROPIC_AUTH_TOKEN", true)]
    [InlineData("AWS_ACCESS_KEY_ID", true)]
    [InlineData("db.password", true)]
    [InlineData("OPENAI_API_KEY_FILE", false)]
    [InlineData("SSL_CERT_FILE", false)]
    [InlineData("TOKENIZER", false)]
    [InlineData("KEYBOARD", false)]
    [InlineData("PATH", false)]
    public void Variables_that_hold_a_secret_are_known_by_name(string name, bool secret) => Assert.Equal(secret, SecretVariables.IsSecret(name));
}
