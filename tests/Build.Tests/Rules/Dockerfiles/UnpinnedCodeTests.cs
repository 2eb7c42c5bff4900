namespace Build.Tests.Rules.Dockerfiles;

public sealed class UnpinnedCodeTests
{
    [Theory]
    [InlineData("pip install git+https://a/b@main")]
    [InlineData("pip3 install https://a/b.whl")]
    [InlineData("npm install -g https://a/b.tgz")]
    [InlineData("npx --yes github:a/b")]
    [InlineData("uvx --from git+https://a/b tool")]
    [InlineData("go run a.b/c@latest")]
    [InlineData("deno run -A https://a/b.ts")]
    [InlineData("cargo install --git https://a/b")]
    [InlineData("git clone https://a/b.git && make -C b install")]
    [InlineData("git clone -b v1 https://a/b /b && cd /b && pip install .")]
    public void Code_that_may_be_another_tomorrow_is_caught(string command) => Assert.Equal([2], OwnBench.Run("CS1016", command));

    [Theory]
    [InlineData("pip install git+https://a/b@0123456789abcdef0123456789abcdef01234567")]
    [InlineData("pip install https://a/b.whl#sha256=00")]
    [InlineData("pip install b==1.0 && npm ci && npx eslint .")]
    [InlineData("go run ./cmd && go install a.b/c@v1.2.3")]
    [InlineData("cargo install --git https://a/b --rev 0123abcd")]
    [InlineData("git clone https://a/b.git && cd b && git checkout 0123456789abcdef0123456789abcdef01234567 && make")]
    [InlineData("git clone https://a/b.git && ls b")]
    public void A_commit_a_digest_or_a_version_pins(string command) => Assert.Empty(OwnBench.Run("CS1016", command));
}
