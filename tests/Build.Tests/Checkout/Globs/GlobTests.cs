using ContainerSecurity.Checkout.Globs;

namespace Build.Tests.Checkout.Globs;

/// <summary>Where the dialects differ; what each has for itself is tested where it is used.</summary>
public class GlobTests
{
    private static readonly Dictionary<string, GlobDialect> Dialects = new()
    {
        ["git"] = GlobDialect.GitIgnore,
        ["go"] = GlobDialect.GoPath,
        ["docker"] = GlobDialect.DockerIgnore,
        ["paths"] = GlobDialect.Paths,
    };

    [Theory]
    [InlineData("a/**/b", "a/b", "git docker paths")]
    [InlineData("a/**/b", "a/x/y/b", "git docker paths")]
    [InlineData("a/**/b", "a/x/b", "git go docker paths")]
    [InlineData("a/**", "a/x/y", "git docker paths")]
    [InlineData("a/**", "a", "")]
    [InlineData("a**c", "a/b/c", "docker")]
    [InlineData("a**c", "abc", "git go paths")]
    [InlineData("a*c", "a/c", "")]
    [InlineData("a?c", "a/c", "")]
    [InlineData("[ab]", "a", "git go docker")]
    [InlineData("[ab]", "[ab]", "paths")]
    [InlineData("[!a]", "b", "git")]
    [InlineData("[!a]", "!", "git go docker")]
    [InlineData("[^a]", "b", "git go docker")]
    [InlineData("[^a]", "/", "")]
    [InlineData("[.-0]", "/", "")]
    [InlineData("[]a]", "]", "git go docker")]
    [InlineData("[[:digit:]]", "1", "git")]
    [InlineData("[a\\]b]", "]", "git go docker")]
    [InlineData("[z-a]", "z", "")]
    [InlineData("\\*", "*", "git go docker")]
    [InlineData("\\*", "\\x", "paths")]
    public void A_glob_matches_as_its_dialect_says(string glob, string text, string matching) =>
        Assert.Equal(matching, Which(dialect => Glob.Parse(glob, dialect)?.IsMatch(text) == true));

    [Theory]
    [InlineData("[a", "git go docker")]
    [InlineData("[^]", "git go docker")]
    [InlineData("[z-a]", "go docker")]
    [InlineData("[[:unknown:]]", "git")]
    [InlineData("a\\", "git go docker")]
    public void A_malformed_glob_is_none(string glob, string refusing) =>
        Assert.Equal(refusing, Which(dialect => Glob.Parse(glob, dialect) is null));

    [Fact]
    public void No_glob_takes_long() =>
        Assert.False(Glob.Parse(string.Concat(Enumerable.Repeat("*a", 30)), GlobDialect.GitIgnore)!.IsMatch(new string('a', 5000) + "b"));

    private static string Which(Func<GlobDialect, bool> holds) =>
        string.Join(' ', Dialects.Where(dialect => holds(dialect.Value)).Select(dialect => dialect.Key));
}
