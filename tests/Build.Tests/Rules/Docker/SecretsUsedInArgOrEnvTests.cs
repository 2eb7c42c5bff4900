namespace Build.Tests.Rules.Docker;

public sealed class SecretsUsedInArgOrEnvTests
{
    [Theory]
    [InlineData("FROM a:1\nENV DB_PASSWORD=x", 2)]
    [InlineData("FROM a:1\nARG github_token", 2)]
    [InlineData("FROM a:1\nENV A=1 API_KEY=2 AUTH=3", 2, 2)]
    [InlineData("FROM a:1\nENV SECRET x", 2)]
    [InlineData("FROM a:1 AS x\nONBUILD ARG KEY\nFROM x", 3)]
    public void A_name_that_tells_of_a_secret_is_caught(string dockerfile, params int[] lines) =>
        Assert.Equal(lines, CheckBench.Lines("SecretsUsedInArgOrEnv", dockerfile));

    [Theory]
    [InlineData("FROM a:1\nENV PUBLIC_KEY=x")]
    [InlineData("FROM a:1\nENV KEY_FILE=/run/secrets/x")]
    [InlineData("FROM a:1\nENV AUTH_VERSION=1")]
    [InlineData("FROM a:1\nENV MONKEY=1 AUTHOR=b")]
    [InlineData("ARG TOKEN\nFROM a:1")]
    [InlineData("FROM a:1\nLABEL token=x")]
    public void Harmless_names_is_let_pass(string dockerfile) => Assert.Empty(CheckBench.Lines("SecretsUsedInArgOrEnv", dockerfile));
}
