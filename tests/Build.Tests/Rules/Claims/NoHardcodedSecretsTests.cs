using Build.Tests.Gates.Policy;
using ContainerSecurity.Images;

namespace Build.Tests.Rules.Claims;

public sealed class NoHardcodedSecretsTests : ClaimCheck
{
    private static readonly string Token = TestSecrets.GitHubToken();

    [Fact]
    public void A_key_in_a_layer_that_a_later_one_deletes_breaks_it_with_layer_and_path()
    {
        var image = new SampleImage().With(new SampleFile("/tmp/x", TestSecrets.PrivateKey()))
            with
        { UpperFiles = [new SampleFile("/tmp/x", "") { Kind = LayerEntryKind.Whiteout }] };

        var finding = Assert.Single(Repository.Judge(image).Findings, finding => finding.Claim == "SM-2.2");
        Assert.Equal(("SM-2.2", SampleImage.Layer, "/tmp/x"), (finding.Claim, finding.Layer, finding.File));
    }

    [Fact]
    public void A_file_with_the_name_of_a_secret_in_a_layer_breaks_it() =>
        BreaksInImage("SM-2.2", new SampleImage().With(new SampleFile("/root/.ssh/id_rsa", "x")), "SSH private key");

    [Fact]
    public void A_token_in_a_binary_as_UTF_16_breaks_it() =>
        BreaksInImage(
            "SM-2.2", new SampleImage().With(new SampleFile("/data.bin", System.Text.Encoding.Unicode.GetBytes($"\0x {Token} y"))), "GitHub");

    [Fact]
    public void A_token_in_the_environment_breaks_it_whatever_its_name() =>
        BreaksInImage("SM-2.2", WithConfig(config => config with { Environment = [$"COLOUR={Token}"] }), "COLOUR");

    [Theory]
    [InlineData("OPENAI_API_KEY")]
    [InlineData("Db_Password")]
    [InlineData("AWS_SECRET_ACCESS_KEY")]
    [InlineData("GITHUB_TOKEN")]
    public void A_variable_with_the_name_of_a_secret_and_a_value_breaks_it(string name) =>
        BreaksInImage("SM-2.2", WithConfig(config => config with { Environment = [$"{name}=anything"] }), name);

    [Fact]
    public void A_token_in_a_label_or_in_the_history_breaks_it()
    {
        BreaksInImage("SM-2.2", WithConfig(config => config with { Labels = config.Labels.Add("note", Token) }), "label note");
        BreaksInImage("SM-2.2", WithConfig(config => config with { History = [new HistoryEntry($"RUN login {Token}", false)] }), "history");
    }

    [Fact]
    public void Harmless_variables_keep_it()
    {
        var image = WithConfig(config =>
            config with { Environment = ["PATH=/bin", "SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt", "TOKENIZER=fast", "OPENAI_API_KEY="] });

        Assert.DoesNotContain(Repository.Judge(image).Findings, finding => finding.Claim == "SM-2.2");
    }

    [Theory]
    [InlineData("ENV OPENAI_API_KEY=value")]
    [InlineData("ARG NPM_TOKEN=value")]
    [InlineData("ARG NPM_TOKEN")]
    [InlineData("LABEL db.password=value")]
    [InlineData("ENV A=1 DB_PASSWORD=value")]
    public void A_secret_in_the_Dockerfile_breaks_it_with_its_line(string instruction)
    {
        AddToStage(instruction);

        Breaks("SM-2.2", "Dockerfile", instruction);
    }

    [Fact]
    public void A_token_in_devcontainer_json_breaks_it()
    {
        AddToContainer($"\"containerEnv\": {{ \"COLOUR\": \"{Token}\" }}");

        BreaksInContainer("SM-2.2", "COLOUR");
    }

    [Fact]
    public void A_token_in_any_file_of_the_tree_breaks_it_and_is_not_shown()
    {
        Repository.Write("docs/notes.md", $"# Notes\n\nuse {Token}\n");

        Breaks("SM-2.2", "docs/notes.md", Token);
        Assert.DoesNotContain(Token, string.Join('\n', Repository.Judge().Findings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_token_in_an_ignored_file_is_where_it_belongs()
    {
        Repository.Write(".env", $"GITHUB_TOKEN={Token}\n");

        Holds("SM-2.2");
    }

    private static SampleImage WithConfig(Func<ImageConfig, ImageConfig> change)
    {
        var image = new SampleImage();
        return image with { Config = change(image.Config) };
    }
}
