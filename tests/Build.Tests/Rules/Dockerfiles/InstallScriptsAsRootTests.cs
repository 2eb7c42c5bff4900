namespace Build.Tests.Rules.Dockerfiles;

public sealed class InstallScriptsAsRootTests
{
    [Theory]
    [InlineData("npm install -g --unsafe-perm a")]
    [InlineData("npm i --unsafe-perm=true a")]
    [InlineData("npm config set unsafe-perm true")]
    [InlineData("npm set unsafe-perm=true")]
    [InlineData("npm_config_unsafe_perm=true npm install a")]
    [InlineData("sudo npm install --unsafe-perm a")]
    public void Scripts_as_root_are_caught(string command) => Assert.Equal([2], OwnBench.Run("CS1014", command));

    [Theory]
    [InlineData("npm install -g a")]
    [InlineData("npm i --unsafe-perm=false a")]
    [InlineData("npm config set unsafe-perm false")]
    [InlineData("echo --unsafe-perm")]
    [InlineData("npm_config_unsafe_perm=false npm ci")]
    public void Scripts_as_another_user_are_let_pass(string command) => Assert.Empty(OwnBench.Run("CS1014", command));

    [Theory]
    [InlineData(2, "FROM scratch\nENV NPM_CONFIG_UNSAFE_PERM=true")]
    public void A_variable_that_says_so_is_caught(int line, string dockerfile) => Assert.Equal([line], OwnBench.Lines("CS1014", dockerfile));

    [Theory]
    [InlineData("FROM scratch\nENV NPM_CONFIG_UNSAFE_PERM=false")]
    public void Another_variable_is_let_pass(string dockerfile) => Assert.Empty(OwnBench.Lines("CS1014", dockerfile));
}
