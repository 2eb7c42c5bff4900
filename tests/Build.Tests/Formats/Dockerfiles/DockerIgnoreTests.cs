using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Dockerfiles;

namespace Build.Tests.Formats.Dockerfiles;

public class DockerIgnoreTests
{
    [Theory]
    [InlineData("secret", "secret", true)]
    [InlineData("secret", "secret/deep/x", true)]
    [InlineData("secret", "deep/secret", false)]
    [InlineData("secret", "secrets", false)]
    [InlineData("/secret", "secret", true)]
    [InlineData("./secret/", "secret/x", true)]
    [InlineData("*", ".git/config", true)]
    [InlineData("*/x", "a/x", true)]
    [InlineData("*/x", "a/b/x", false)]
    [InlineData("*.key", "a.key", true)]
    [InlineData("*.key", "a/b.key", false)]
    [InlineData("**/*.key", "a.key", true)]
    [InlineData("**/*.key", "a/b/c.key", true)]
    [InlineData("**/*.key", "a.keys", false)]
    [InlineData("a/**/z", "a/z", true)]
    [InlineData("a/**/z", "a/b/c/z", true)]
    [InlineData("a/**", "a/b", true)]
    [InlineData("a/**", "a", false)]
    [InlineData("?.txt", "a.txt", true)]
    [InlineData("?.txt", "ab.txt", false)]
    [InlineData("[a-c].txt", "b.txt", true)]
    [InlineData("[^a-c].txt", "b.txt", false)]
    [InlineData("[^a-c].txt", "d.txt", true)]
    [InlineData("a.c", "abc", false)]
    [InlineData("\\*", "*", true)]
    [InlineData("\\*", "a", false)]
    [InlineData("# comment", "# comment", false)]
    [InlineData(" spaced \r", "spaced", true)]
    [InlineData("../up", "up", false)]
    [InlineData("/", "a", false)]
    [InlineData("", "a", false)]
    public void A_pattern_matches_a_path_or_a_folder_above_it(string pattern, string path, bool excluded) =>
        Assert.Equal(excluded, DockerIgnore.Parse(pattern).ExcludedBy(path) is not null);

    [Theory]
    [InlineData("*\n!keep", "keep", null)]
    [InlineData("*\n!keep", "keep/deep/x", null)]
    [InlineData("*\n!keep", "other", 1)]
    [InlineData("*\n!keep\nkeep/secret", "keep/secret", 3)]
    [InlineData("*\n!keep\nkeep/secret", "keep/x", null)]
    [InlineData("!keep\n*", "keep", 2)]
    [InlineData("*\n! keep", "keep", null)]
    [InlineData("*\n!", "a", 1)]
    [InlineData("*.md\n!README*.md\nREADME-secret.md", "README.md", null)]
    [InlineData("*.md\n!README*.md\nREADME-secret.md", "README-secret.md", 3)]
    public void The_last_rule_that_matches_decides(string rules, string path, int? line) =>
        Assert.Equal(line, DockerIgnore.Parse(rules).ExcludedBy(path));

    [Fact]
    public void A_byte_order_mark_hides_no_rule() => Assert.Equal(1, DockerIgnore.Parse("\ufeffsecret").ExcludedBy("secret"));

    [Theory]
    [InlineData("a\n[b")]
    [InlineData("a\n[z-a]")]
    [InlineData("a\nb\\")]
    public void A_malformed_pattern_is_bad_input_with_its_line(string rules)
    {
        var error = Assert.Throws<InputException>(() => DockerIgnore.Parse(rules));

        Assert.StartsWith(".dockerignore line 2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pattern_longer_than_any_path_excludes_nothing() =>
        Assert.Null(DockerIgnore.Parse(string.Concat(Enumerable.Repeat("a?", 100_000))).ExcludedBy("abab"));
}
